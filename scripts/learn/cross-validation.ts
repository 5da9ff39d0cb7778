import { computeScore, type HitTally } from '../evaluation.ts';
import { type Dataset, GROUP_FOLDS, getFold, type Sample } from './dataset.ts';
import { computeSampleLogOdds, type TrainedModel, trainModel } from './train-model.ts';

/** Number of folds. Each is measured with a model trained on the others. */
const FOLD_COUNT = 4;
export const INNER_FOLDS = 3;

/** Returns the repository owner or the host where a line was found, or its batch if the corpus does not name one. */
export function getSource({ example: { source = '', batch } }: Sample): string {
  if (!source.includes('/')) return batch;
  return URL.parse(source)?.host ?? source.split('/', 2).join('/');
}

/** Returns the log-odds of each candidate, from models that have not seen its group. */
export function crossValidate(data: Dataset, groupOf: (sample: Sample) => string): Float64Array {
  const partOf = (sample: Sample) => Math.floor((getFold(groupOf(sample)) * FOLD_COUNT) / GROUP_FOLDS);
  const odds = new Float64Array(data.labels.length);
  for (let part = 0; part < FOLD_COUNT; part++) {
    const known = data.samples.filter((sample) => partOf(sample) !== part);
    const learnt: TrainedModel = trainModel(data, known, INNER_FOLDS);
    for (const sample of data.samples) {
      if (partOf(sample) !== part) continue;
      computeSampleLogOdds(data, sample, learnt).forEach((own, at) => {
        odds[sample.from + at] = own;
      });
    }
    console.log(`part ${part + 1} of ${FOLD_COUNT} measured`);
  }
  return odds;
}

/** Counts the hits at or above a threshold. */
export function tallyHits(samples: readonly Sample[], odds: Float64Array, threshold: number): HitTally {
  const tally = { right: 0, wrong: 0, missed: 0 };
  for (const { labels, from, lost } of samples) {
    tally.missed += lost;
    labels.forEach((label, at) => {
      const isHit = (odds[from + at] ?? 0) >= threshold;
      if (label === 1) tally[isHit ? 'right' : 'missed']++;
      else if (label === 0 && isHit) tally.wrong++;
    });
  }
  return tally;
}

/** Requirements for the threshold, on unseen text. */
const MIN_PRECISION = 0.992;
const MAX_FALSE_ALARM_SHARE = 0.02;

/** Returns the lowest threshold that meets both requirements. */
export function findThreshold(
  tuning: readonly Sample[],
  otherFields: readonly Sample[],
  odds: Float64Array,
): number {
  const holds = (threshold: number) =>
    computeScore(tallyHits(tuning, odds, threshold)).precision >= MIN_PRECISION &&
    tallyHits(otherFields, odds, threshold).wrong <= MAX_FALSE_ALARM_SHARE * otherFields.length;
  let threshold = -1;
  while (threshold < 4 && !holds(threshold)) threshold += 0.05;
  return Math.round(threshold * 100) / 100;
}
