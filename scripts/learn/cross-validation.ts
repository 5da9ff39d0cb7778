import { scoreOf, type Tally } from '../evaluation.ts';
import { type Dataset, FOLDS, foldOf, type Sample } from './dataset.ts';
import { type Learnt, learnModel, oddsOfSample } from './training.ts';

/** So many parts; each is measured with a model that was learnt from the others. */
const PARTS = 4;
export const INNER_FOLDS = 3;

/** Where a line was found: the owner's repository or the host of a page; its batch where the corpus does not say. */
export function sourceOf({ lesson: { source = '', batch } }: Sample): string {
  if (!source.includes('/')) return batch;
  return URL.parse(source)?.host ?? source.split('/', 2).join('/');
}

/** What models make of candidates whose batch or source they have not seen: log-odds by candidate. */
export function crossValidated(data: Dataset, groupOf: (sample: Sample) => string): Float64Array {
  const partOf = (sample: Sample) => Math.floor((foldOf(groupOf(sample)) * PARTS) / FOLDS);
  const odds = new Float64Array(data.labels.length);
  for (let part = 0; part < PARTS; part++) {
    const known = data.samples.filter((sample) => partOf(sample) !== part);
    const learnt: Learnt = learnModel(data, known, INNER_FOLDS);
    for (const sample of data.samples) {
      if (partOf(sample) !== part) continue;
      oddsOfSample(data, sample, learnt).forEach((own, at) => {
        odds[sample.from + at] = own;
      });
    }
    console.log(`part ${part + 1} of ${PARTS} measured`);
  }
  return odds;
}

/** Counts hits from a threshold on. */
export function tallied(samples: readonly Sample[], odds: Float64Array, threshold: number): Tally {
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

/** So much of what is marked in text that was not seen has to be right, and so few fields of other things may be marked. */
const PRECISION = 0.992;
const FIELD_ALARMS = 0.02;

/** The lowest threshold at which both hold. */
export function thresholdFor(
  tuning: readonly Sample[],
  otherFields: readonly Sample[],
  odds: Float64Array,
): number {
  const holds = (threshold: number) =>
    scoreOf(tallied(tuning, odds, threshold)).precision >= PRECISION &&
    tallied(otherFields, odds, threshold).wrong <= FIELD_ALARMS * otherFields.length;
  let threshold = -1;
  while (threshold < 4 && !holds(threshold)) threshold += 0.05;
  return Math.round(threshold * 100) / 100;
}
