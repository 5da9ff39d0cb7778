import { computeScore, type Score } from '../evaluation.ts';
import { type Dataset, GROUP_FOLDS, type Sample } from './dataset.ts';
import { computeSampleLogOdds, trainModel } from './train-model.ts';

/** Number of folds. Each is measured with a model trained on the others. */
const FOLD_COUNT = 4;
export const INNER_FOLDS = 3;

/** Returns the log-odds of each candidate, from models that have not seen its batch. */
export function crossValidate(data: Dataset): Float64Array {
  const isIn = (part: number, { fold }: Sample) =>
    Math.floor((fold * FOLD_COUNT) / GROUP_FOLDS) === part;

  const odds = new Float64Array(data.labels.length);

  for (let part = 0; part < FOLD_COUNT; part++) {
    const known = data.samples.filter((sample) => !isIn(part, sample));
    const learnt = trainModel(data, known, INNER_FOLDS);

    for (const sample of data.samples)
      if (isIn(part, sample))
        odds.set(computeSampleLogOdds(data, sample, learnt), sample.from);

    console.log(`part ${part + 1} of ${FOLD_COUNT} measured`);
  }

  return odds;
}

/** Scores the hits at or above a threshold. */
export function tallyHits(
  samples: readonly Sample[],
  odds: Float64Array,
  threshold: number,
): Score {
  const tally = { right: 0, wrong: 0, missed: 0 };

  for (const { labels, from, lost } of samples) {
    tally.missed += lost;

    labels.forEach((label, at) => {
      const isHit = (odds[from + at] ?? 0) >= threshold;
      if (label === 1) tally[isHit ? 'right' : 'missed']++;
      else if (label === 0 && isHit) tally.wrong++;
    });
  }

  return computeScore(tally);
}

/** Requirements for the threshold, on unseen text. */
const MIN_PRECISION = 0.992;
const MAX_FALSE_ALARM_SHARE = 0.02;

/** Returns the lowest threshold that meets both requirements. */
export function findThreshold(
  tuning: readonly Sample[],
  otherFields: readonly Sample[],
  odds: Float64Array,
) {
  const holds = (threshold: number) =>
    tallyHits(tuning, odds, threshold).precision >= MIN_PRECISION &&
    tallyHits(otherFields, odds, threshold).wrong <=
      MAX_FALSE_ALARM_SHARE * otherFields.length;

  let threshold = -1;

  while (threshold < 4 && !holds(threshold)) threshold += 0.05;

  return Math.round(threshold * 100) / 100;
}
