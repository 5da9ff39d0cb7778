import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { parseCorpus } from '../corpus.ts';
import { ROOT } from '../run.ts';
import { createFieldExamples, createLookAlikeExamples, type WordsByLanguage } from './field-examples.ts';
import { createOtherNumberExamples, type Example } from './line-examples.ts';
import { createLogExamples } from './log-examples.ts';
import { createPayloadExamples } from './payload-examples.ts';
import { createShortFormExamples } from './short-form-examples.ts';

const CORPUS = join(ROOT, 'tests/corpus');
/** Corpus files and the training weight of their lines. */
const WEIGHT_BY_FILE: Readonly<Record<string, number>> = {
  tuning: 1,
  collisions: 2.5,
  'daily-life': 2,
  shapes: 3.2,
};
/** Number of consecutive lines of `shapes.jsonl` on one theme. */
const SHAPES_PER_THEME = 40;

const readCorpusFile = (name: string) => readFileSync(join(CORPUS, name), 'utf8');

/** Returns all training examples by source. */
export function createTrainingData(index: CodeIndex, entries: readonly Entry[]): Map<string, Example[]> {
  const examples = new Map<string, Example[]>();
  for (const [name, weight] of Object.entries(WEIGHT_BY_FILE)) {
    const lines = parseCorpus(readCorpusFile(`${name}.jsonl`)).filter(({ ambiguous }) => !ambiguous);
    examples.set(
      name,
      lines.map((line) => ({ ...line, weight, batch: getBatch(line.id, name) })),
    );
  }
  examples.set('other numbers', [...examples.values()].flat().flatMap(createOtherNumberExamples));
  const fields: WordsByLanguage = parse(readCorpusFile('fields.yaml'));
  for (const [name, own] of createFieldExamples(fields, index)) examples.set(name, own);
  examples.set('short forms', createShortFormExamples(fields, index, entries));
  examples.set('logs and lists', createLogExamples(fields, index, entries));
  examples.set('payloads', createPayloadExamples(entries));
  examples.set('look-alikes', createLookAlikeExamples(parse(readCorpusFile('look-alikes.yaml'))));
  return examples;
}

function getBatch(id: string, file: string): string {
  const [, letter = '', number = ''] = /^([a-z]+)(\d*)/.exec(id) ?? [];
  if (file === 'shapes') return `${letter}${Math.floor(Number(number) / SHAPES_PER_THEME)}`;
  return id.split('-')[0] ?? id;
}
