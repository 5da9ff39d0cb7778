// `npm run learn [-- --quick]`: learns from the labelled lines of `tests/corpus` what a code looks like, and writes `lib/detect/weights.ts`. Without
// `--quick` it measures itself first, on lines whose batch it has not seen, and writes the figures into `docs/evaluation.md`. The same lines give the
// same files.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { COLUMNS } from '../lib/detect/model.ts';
import { WEIGHTS } from '../lib/detect/weights.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { argumentsGiven } from './command-line.ts';
import { scoreOf } from './evaluation.ts';
import { crossValidated, INNER_FOLDS, sourceOf, tallied, thresholdFor } from './learn/cross-validation.ts';
import { datasetOf, type Sample } from './learn/dataset.ts';
import { lessonsOf } from './learn/lessons.ts';
import { packed } from './learn/pack.ts';
import { learnModel } from './learn/training.ts';
import { trainingHash } from './learn/training-hash.ts';
import { ROOT } from './run.ts';

const DOCUMENT = join(ROOT, 'docs/evaluation.md');
const MARK = '<!-- learn -->';

const { values } = argumentsGiven(
  { options: { quick: { type: 'boolean', default: false } } },
  'Usage: npm run learn [-- --quick]',
);
const catalogue = catalogueOrExit();
const index = openIndex(indexData(catalogue));
const lessons = lessonsOf(index, catalogue.entries);
const data = datasetOf([...lessons.values()].flat(), index);
console.log(`${data.samples.length} lines, ${data.labels.length} candidates`);

let threshold = WEIGHTS.threshold;
if (!values.quick) {
  const odds = crossValidated(data, ({ lesson }) => lesson.batch);
  const source = new Map<unknown, string>();
  for (const [name, own] of lessons) for (const lesson of own) source.set(lesson, name);
  const bySource = Map.groupBy(data.samples, ({ lesson }) => source.get(lesson) ?? '');
  const tuning = bySource.get('tuning') ?? [];
  threshold = thresholdFor(tuning, bySource.get('fields of other things') ?? [], odds);
  const languages = Map.groupBy(tuning, ({ lesson }) => `language ${(lesson.lang ?? 'en').split('-')[0]}`);
  const often = [...languages].filter(([, own]) => own.length >= 300);
  const rows = [...bySource, ...Map.groupBy(tuning, seriesOf), ...often].map(([name, own]) =>
    rowOf(name, own, odds),
  );
  const unseen = crossValidated(data, sourceOf);
  const named = tuning.filter((sample) => sourceOf(sample) !== sample.lesson.batch);
  rows.push(rowOf('tuning, by source', tuning, unseen));
  rows.push(rowOf('of it repositories and pages', named, unseen));
  writeTable(rows);
}

const { experts, trees } = learnModel(data, data.samples, INNER_FOLDS);
const model = packed(experts, trees, COLUMNS.length, threshold);
const source = `import type { PackedModel } from './weights-format.ts';

/** Written by \`npm run learn\`. */
export const TRAINING_HASH = '${trainingHash()}';

export const WEIGHTS: PackedModel = ${JSON.stringify(model)};
`;
writeFileSync(join(ROOT, 'lib/detect/weights.ts'), source);
console.log(`weights: ${Math.round(gzipSync(source).length / 1024)} KB gzip; threshold ${threshold}`);

/** `batches v101 to v125`: batches that were gathered together. */
function seriesOf({ lesson: { batch } }: Sample): string {
  const [, letter = batch, number = ''] = /^([a-z]+)(\d+)$/.exec(batch) ?? [];
  if (letter !== 'v') return `batches ${letter}`;
  const from = Math.floor((Number(number) - 1) / 40) * 40 + 1;
  return `batches v${from} to v${from + 39}`;
}

/** What these lines come to at the threshold, as a row of the table. */
function rowOf(name: string, samples: readonly Sample[], odds: Float64Array): string {
  const tally = tallied(samples, odds, threshold);
  const { precision, recall, f1 } = scoreOf(tally);
  const hasCodes = tally.right + tally.missed > 0;
  const shares = hasCodes ? [precision, recall, f1].map((share) => share.toFixed(4)) : ['', '', ''];
  return `| ${[name, samples.length, ...shares, tally.right, tally.wrong, tally.missed].join(' | ')} |`;
}

function writeTable(rows: readonly string[]): void {
  const text = [
    '| lines | how many | precision | recall | F1 | right | false alarms | missed |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  const [before = '', , after = ''] = readFileSync(DOCUMENT, 'utf8').split(MARK);
  writeFileSync(DOCUMENT, `${before}${MARK}\n${text}\n${MARK}${after}`);
}
