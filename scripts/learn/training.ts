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

/** The candidates of some samples that count, by their numbers. */
function candidatesOf({ importance }: Dataset, samples: readonly Sample[]): Int32Array {
  const all = samples.flatMap(({ from, all }) => all.map((_, at) => from + at));
  return Int32Array.from(all.filter((row) => (importance[row] ?? 0) > 0));
}

function learnExperts(data: Dataset, samples: readonly Sample[]): Experts {
  const rows = candidatesOf(data, samples);
  const { phrase, labels, importance, slot, slotFrom, slotLabels, slotImportance } = data;
  const found: number[] = [];
  for (const row of rows)
    for (let at = slotFrom[row] ?? 0; at < (slotFrom[row + 1] ?? 0); at++) found.push(at);
  const slots = Int32Array.from(found);
  return {
    phrase: learnLinear(phrase, labels, importance, rows, 1 << PHRASE_BITS, SPARSE.phrase),
    slot: learnLinear(slot, slotLabels, slotImportance, slots, 1 << SLOT_BITS, SPARSE.slot),
  };
}

/** What the experts say of the candidates of a sample, as facts of the trees. */
export function factsOf(data: Dataset, { all, from }: Sample, { phrase, slot }: Experts): Float32Array[] {
  const { buckets, offsets } = data.phrase;
  const phrases = all.map((_, at) => {
    const sums = new Float32Array(PHRASE_PARTS.length + 1);
    for (let next = offsets[from + at] ?? 0; next < (offsets[from + at + 1] ?? 0); next++) {
      const weight = phrase.weights[buckets[next] as number] as number;
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
    const [others = [], out = []] = [false, true].map((is) => samples.filter((one) => isOut(one) === is));
    const experts = learnExperts(data, others);
    for (const sample of out) fill(sample, experts);
  }
  const rows = candidatesOf(data, samples);
  const trees = learnTrees(table, COLUMNS.length, data.labels, data.importance, rows);
  return { experts: learnExperts(data, samples), trees };
}

export function oddsOfSample(data: Dataset, sample: Sample, { experts, trees }: Learnt): number[] {
  return factsOf(data, sample, experts).map((row) => oddsOf(row, trees));
}
