import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../build/run.ts';
import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { parseCorpus } from '../corpus.ts';
import {
  createFieldExamples,
  createLookAlikeExamples,
  type WordsByLanguage,
} from './field-examples.ts';
import {
  createOtherNumberExamples,
  createPayloadExamples,
  type Example,
} from './line-examples.ts';
import { createLogExamples } from './log-examples.ts';
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

const readCorpusFile = (name: string) =>
  readFileSync(join(CORPUS, name), 'utf8');

/** Returns all training examples by source. */
export function createTrainingData(
  index: CodeIndex,
  entries: readonly Entry[],
): Map<string, Example[]> {
  const corpora = Object.entries(WEIGHT_BY_FILE).map(([name, weight]) => {
    const lines = parseCorpus(readCorpusFile(`${name}.jsonl`)).filter(
      ({ ambiguous }) => !ambiguous,
    );

    return [
      name,
      lines.map((line) => ({
        ...line,
        weight,
        batch: getBatch(line.id, name),
      })),
    ] as const;
  });

  const fields: WordsByLanguage = parse(readCorpusFile('fields.yaml'));

  return new Map<string, Example[]>([
    ...corpora,
    [
      'other numbers',
      corpora.flatMap(([, lines]) => lines.flatMap(createOtherNumberExamples)),
    ],
    ...createFieldExamples(fields, index),
    ['short forms', createShortFormExamples(fields, index, entries)],
    ['logs and lists', createLogExamples(fields, index, entries)],
    ['payloads', createPayloadExamples(entries)],
    [
      'look-alikes',
      createLookAlikeExamples(parse(readCorpusFile('look-alikes.yaml'))),
    ],
  ]);
}

function getBatch(id: string, file: string): string {
  const [, letter = '', number = ''] = /^([a-z]+)(\d*)/.exec(id) ?? [];
  if (file === 'shapes')
    return `${letter}${Math.floor(Number(number) / SHAPES_PER_THEME)}`;
  return id.split('-')[0] ?? id;
}
