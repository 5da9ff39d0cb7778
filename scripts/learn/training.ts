import { PHRASE_BITS, SLOT_BITS } from '../../lib/detect/hashing.ts';
import { COLUMNS, oddsOf, rowsOf, type Trees, withTotal } from '../../lib/detect/model.ts';
import { PHRASE_PARTS } from '../../lib/detect/phrase.ts';
import { learnTrees } from './boost.ts';
import type { Dataset, Sample } from './dataset.ts';
import { type Linear, learnLinear } from './linear.ts';

/** L1 penalties. Names have far fewer features than phrases. */
const SPARSE = { phrase: 5, slot: 40 };

export interface Experts {
  phrase: Linear;
  slot: Linear;
}

/** The candidates of some samples, by their numbers. */
export function candidatesOf(samples: readonly Sample[]): Int32Array {
  return Int32Array.from(samples.flatMap(({ from, all }) => all.map((_, at) => from + at)));
}

export function learnExperts(data: Dataset, samples: readonly Sample[]): Experts {
  const rows = candidatesOf(samples).filter((row) => (data.importance[row] ?? 0) > 0);
  const slots: number[] = [];
  for (const row of rows)
    for (let at = data.slotFrom[row] ?? 0; at < (data.slotFrom[row + 1] ?? 0); at++) slots.push(at);
  return {
    phrase: learnLinear(data.phrase, data.labels, data.importance, rows, 1 << PHRASE_BITS, SPARSE.phrase),
    slot: learnLinear(
      data.slot,
      data.slotLabels,
      data.slotImportance,
      Int32Array.from(slots),
      1 << SLOT_BITS,
      SPARSE.slot,
    ),
  };
}

/** What the experts say of the candidates of a sample, as facts of the trees. */
export function factsOf(data: Dataset, { all, from }: Sample, { phrase, slot }: Experts): Float32Array[] {
  const phrases = all.map((_, at) => {
    const sums = new Float32Array(PHRASE_PARTS.length + 1);
    for (
      let next = data.phrase.offsets[from + at] ?? 0;
      next < (data.phrase.offsets[from + at + 1] ?? 0);
      next++
    ) {
      const weight = phrase.weights[data.phrase.buckets[next] as number] as number;
      const group = data.groups[next] as number;
      sums[group] = (sums[group] as number) + weight;
    }
    return withTotal(sums, phrase.bias);
  });
  const slots = all.map((_, at) => {
    const scores: number[] = [];
    for (let each = data.slotFrom[from + at] ?? 0; each < (data.slotFrom[from + at + 1] ?? 0); each++) {
      let odds = slot.bias;
      for (let next = data.slot.offsets[each] ?? 0; next < (data.slot.offsets[each + 1] ?? 0); next++)
        odds += slot.weights[data.slot.buckets[next] as number] as number;
      scores.push(odds);
    }
    return scores;
  });
  return rowsOf(all, phrases, slots);
}

export interface Learnt {
  experts: Experts;
  trees: Trees;
}

/** Learns a model. The trees learn from out-of-fold scores of the linear models. */
export function learnModel(data: Dataset, samples: readonly Sample[], folds: number): Learnt {
  const table = new Float32Array(data.labels.length * COLUMNS.length);
  const fill = (sample: Sample, experts: Experts) =>
    factsOf(data, sample, experts).forEach((row, at) => {
      table.set(row, (sample.from + at) * COLUMNS.length);
    });
  const parts = [...new Set(samples.map(({ fold }) => fold))].sort((a, b) => a - b);
  for (let part = 0; part < folds; part++) {
    const isOut = ({ fold }: Sample) => parts.indexOf(fold) % folds === part;
    const experts = learnExperts(
      data,
      samples.filter((sample) => !isOut(sample)),
    );
    for (const sample of samples) if (isOut(sample)) fill(sample, experts);
  }
  const rows = candidatesOf(samples).filter((row) => (data.importance[row] ?? 0) > 0);
  const trees = learnTrees(table, COLUMNS.length, data.labels, data.importance, rows);
  return { experts: learnExperts(data, samples), trees };
}

export function oddsOfSample(data: Dataset, sample: Sample, { experts, trees }: Learnt): number[] {
  return factsOf(data, sample, experts).map((row) => oddsOf(row, trees));
}
