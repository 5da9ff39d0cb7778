import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { parseCorpus } from '../corpus.ts';
import { ROOT } from '../run.ts';
import { createFieldExamples, createLookAlikeExamples, type FieldWords } from './field-examples.ts';
import { createOtherNumberExamples, type Example } from './line-examples.ts';
import { createPayloadExamples } from './payload-examples.ts';
import { createShortFormExamples } from './short-form-examples.ts';

const CORPUS = join(ROOT, 'tests/corpus');
/** The files of labelled lines, and how much a line of each counts. */
const WEIGHT_BY_FILE: Readonly<Record<string, number>> = {
  tuning: 1,
  collisions: 2,
  'daily-life': 2,
  shapes: 2.4,
};
/** Shapes were written side by side, so many to a theme. */
const SHAPES_PER_THEME = 40;

const readCorpusFile = (name: string) => readFileSync(join(CORPUS, name), 'utf8');

/** All that is learnt from, by where it comes from. */
export function createTrainingData(index: CodeIndex, entries: readonly Entry[]): Map<string, Example[]> {
  const lessons = new Map<string, Example[]>();
  for (const [name, weight] of Object.entries(WEIGHT_BY_FILE)) {
    const lines = parseCorpus(readCorpusFile(`${name}.jsonl`)).filter(({ ambiguous }) => !ambiguous);
    lessons.set(
      name,
      lines.map((line) => ({ ...line, weight, batch: getBatch(line.id, name) })),
    );
  }
  lessons.set('other numbers', [...lessons.values()].flat().flatMap(createOtherNumberExamples));
  const fields: Record<string, Partial<FieldWords>> = parse(readCorpusFile('fields.yaml'));
  for (const [name, own] of createFieldExamples(fields, index)) lessons.set(name, own);
  lessons.set('short forms', createShortFormExamples(fields, index, entries));
  lessons.set('payloads', createPayloadExamples(entries));
  lessons.set('look-alikes', createLookAlikeExamples(parse(readCorpusFile('look-alikes.yaml'))));
  return lessons;
}

function getBatch(id: string, file: string): string {
  const [, letter = '', number = ''] = /^([a-z]+)(\d*)/.exec(id) ?? [];
  if (file === 'shapes') return `${letter}${Math.floor(Number(number) / SHAPES_PER_THEME)}`;
  return id.split('-')[0] ?? id;
}
