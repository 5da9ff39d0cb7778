// `npm run learn [-- --quick | --masking]`: trains the model on the labelled lines of `tests/corpus`, and writes `lib/detect/weights.ts`.
// Without `--quick`, cross-validates it first, chooses the threshold, and writes the figures into `docs/evaluation.md`. The same input
// gives the same files. `--masking` trains only the tagger of private words, and writes `lib/masking/tagger-weights.ts`.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../build/run.ts';
import { parseArguments, readCatalogueOrExit } from '../cli/command-line.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import { WEIGHTS } from '../lib/detect/weights.ts';
import {
  crossValidate,
  findThreshold,
  INNER_FOLDS,
  tallyHits,
} from './learn/cross-validation.ts';
import { createDataset, type Sample } from './learn/dataset.ts';
import { packModel, trainModel } from './learn/train-model.ts';
import { createTrainingData } from './learn/training-data.ts';
import { computeTrainingHash } from './learn/training-hash.ts';
import { learnTagger } from './learn-tagger/learn-tagger.ts';

const DOCUMENT_FILE = join(ROOT, 'docs/evaluation.md');
const TABLE_MARKER = '<!-- learn -->';

const { values } = parseArguments('npm run learn -- [--quick] [--masking]');
const catalogue = readCatalogueOrExit();

if (values.masking) {
  console.log(learnTagger(catalogue));
  process.exit();
}

const index = createCodeIndex(createCodeIndexData(catalogue));
const examples = createTrainingData(index, catalogue.entries);
const data = createDataset([...examples.values()].flat(), index);
console.log(`${data.samples.length} lines, ${data.labels.length} candidates`);

let threshold = WEIGHTS.threshold;
if (!values.quick) {
  const odds = crossValidate(data);

  const sources = new Map(
    [...examples].flatMap(([name, own]) =>
      own.map((example) => [example, name]),
    ),
  );

  const bySource = Map.groupBy(
    data.samples,
    ({ example }) => sources.get(example) ?? '',
  );

  const tuning = bySource.get('tuning') ?? [];

  threshold = findThreshold(
    tuning,
    bySource.get('fields of other things') ?? [],
    odds,
  );

  const languages = Map.groupBy(
    tuning,
    ({ example }) => `language ${(example.lang ?? 'en').split('-')[0]}`,
  );

  const often = [...languages].filter(([, own]) => own.length >= 300);

  writeTable(
    [...bySource, ...Map.groupBy(tuning, getSeries), ...often].map(
      ([name, own]) => formatTableRow(name, own, odds),
    ),
  );
}

const model = packModel(trainModel(data, data.samples, INNER_FOLDS), threshold);
const source = [
  "import type { PackedModel } from './weights-format.ts';\n",
  '/** Written by `npm run learn`. */',
  `export const TRAINING_HASH = '${computeTrainingHash()}';\n`,
  `export const WEIGHTS: PackedModel = ${JSON.stringify(model)};\n`,
].join('\n');
writeFileSync(join(ROOT, 'lib/detect/weights.ts'), source);
console.log(
  `weights: ${Math.round(gzipSync(source).length / 1024)} KB gzip; threshold ${threshold}`,
);
console.log(learnTagger(catalogue));

/** Groups the batches that were collected together: `batches v101 to v125`. */
function getSeries({ example: { batch } }: Sample): string {
  const [, letter = batch, number = ''] = /^([a-z]+)(\d+)$/.exec(batch) ?? [];
  if (letter !== 'v') return `batches ${letter}`;
  const from = Math.floor((Number(number) - 1) / 40) * 40 + 1;
  return `batches v${from} to v${from + 39}`;
}

function formatTableRow(
  name: string,
  samples: readonly Sample[],
  odds: Float64Array,
): string {
  const { precision, recall, f1, right, wrong, missed } = tallyHits(
    samples,
    odds,
    threshold,
  );

  const shares = [precision, recall, f1].map((share) =>
    right + missed > 0 ? share.toFixed(4) : '',
  );

  return `| ${[name, samples.length, ...shares, right, wrong, missed].join(' | ')} |`;
}

function writeTable(rows: readonly string[]): void {
  const text = [
    '| lines | how many | precision | recall | F1 | right | false alarms | missed |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');

  const [before = '', , after = ''] = readFileSync(DOCUMENT_FILE, 'utf8').split(
    TABLE_MARKER,
  );

  writeFileSync(
    DOCUMENT_FILE,
    `${before}${TABLE_MARKER}\n${text}\n${TABLE_MARKER}${after}`,
  );
}
