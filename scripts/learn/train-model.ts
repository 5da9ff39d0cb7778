import { LABEL_BITS, PHRASE_BITS } from '../../lib/detect/hashing.ts';
import {
  appendTotal,
  computeLogOdds,
  createFeatureRows,
  FEATURE_NAMES,
  type Trees,
} from '../../lib/detect/model.ts';
import { PHRASE_PARTS } from '../../lib/detect/phrase-features.ts';
import {
  ALPHABET_SIZE,
  encodeChar,
  encodeLeaf,
  encodeLevel,
  type PackedModel,
} from '../../lib/detect/weights-format.ts';
import { trainTrees } from './boost.ts';
import type { Dataset, Sample } from './dataset.ts';
import { trainLinear } from './linear.ts';

/** L1 penalties. Field names have far fewer features than phrases. */
const L1_PENALTIES = { phrase: 5, slot: 40 };

/** The linear models. */
type Experts = ReturnType<typeof trainExperts>;

/** Returns the indexes of the candidates that count. */
function getCandidates(
  { importance }: Dataset,
  samples: readonly Sample[],
): Int32Array {
  const all = samples.flatMap(({ from, all }) => all.map((_, at) => from + at));
  return Int32Array.from(all.filter((row) => (importance[row] ?? 0) > 0));
}

function trainExperts(data: Dataset, samples: readonly Sample[]) {
  const rows = getCandidates(data, samples);
  const { phrase, labels, importance, names, firstName } = data;
  const nameRows: number[] = [];
  const nameLabels = new Uint8Array(names.offsets.length);
  const nameImportance = new Float32Array(names.offsets.length);

  for (const row of rows)
    for (let at = firstName[row] ?? 0; at < (firstName[row + 1] ?? 0); at++) {
      nameRows.push(at);
      nameLabels[at] = labels[row] ?? 0;
      nameImportance[at] = importance[row] ?? 0;
    }

  const slots = Int32Array.from(nameRows);

  return {
    phrase: trainLinear(
      phrase,
      labels,
      importance,
      rows,
      1 << PHRASE_BITS,
      L1_PENALTIES.phrase,
    ),
    slot: trainLinear(
      names,
      nameLabels,
      nameImportance,
      slots,
      1 << LABEL_BITS,
      L1_PENALTIES.slot,
    ),
  };
}

/** Computes the linear models' scores for a sample's candidates, as features for the trees. */
function computeFeatures(
  data: Dataset,
  { all, from }: Sample,
  { phrase, slot }: Experts,
): Float32Array[] {
  const { buckets, groups, offsets } = data.phrase;

  const phrases = all.map((_, at) => {
    const sums = new Float32Array(PHRASE_PARTS.length + 1);

    for (
      let next = offsets[from + at] ?? 0;
      next < (offsets[from + at + 1] ?? 0);
      next++
    ) {
      const group = groups[next] as number;
      sums[group] =
        (sums[group] as number) +
        (phrase.weights[buckets[next] as number] as number);
    }

    return appendTotal(sums, phrase.bias);
  });

  const { names, firstName } = data;

  const slots = all.map((_, at) => {
    const scores: number[] = [];

    for (
      let name = firstName[from + at] ?? 0;
      name < (firstName[from + at + 1] ?? 0);
      name++
    ) {
      let odds = slot.bias;

      for (
        let next = names.offsets[name] ?? 0;
        next < (names.offsets[name + 1] ?? 0);
        next++
      )
        odds += slot.weights[names.buckets[next] as number] as number;

      scores.push(odds);
    }

    return scores;
  });

  return createFeatureRows(all, phrases, slots);
}

/** Trains a model. The trees are trained on out-of-fold scores of the linear models. */
export function trainModel(
  data: Dataset,
  samples: readonly Sample[],
  folds: number,
) {
  const table = new Float32Array(data.labels.length * FEATURE_NAMES.length);

  const fill = (sample: Sample, experts: Experts) =>
    computeFeatures(data, sample, experts).forEach((row, at) => {
      table.set(row, (sample.from + at) * FEATURE_NAMES.length);
    });

  const parts = [...new Set(samples.map(({ fold }) => fold))].sort(
    (a, b) => a - b,
  );

  for (let part = 0; part < folds; part++) {
    const isOut = ({ fold }: Sample) => parts.indexOf(fold) % folds === part;

    const [others = [], out = []] = [false, true].map((is) =>
      samples.filter((one) => isOut(one) === is),
    );

    const experts = trainExperts(data, others);

    for (const sample of out) fill(sample, experts);
  }

  const rows = getCandidates(data, samples);

  const trees = trainTrees(
    table,
    FEATURE_NAMES.length,
    data.labels,
    data.importance,
    rows,
  );

  return { experts: trainExperts(data, samples), trees };
}

export function computeSampleLogOdds(
  data: Dataset,
  sample: Sample,
  { experts, trees }: ReturnType<typeof trainModel>,
): number[] {
  return computeFeatures(data, sample, experts).map((row) =>
    computeLogOdds(row, trees),
  );
}

const LABEL_LEVELS = 15;

/** Encodes a model as text. */
export function packModel(
  { experts, trees }: ReturnType<typeof trainModel>,
  threshold: number,
): PackedModel {
  const { phrase, slot } = experts;

  const signs = ({ weights }: Experts['slot']) =>
    Array.from(weights, (weight) =>
      encodeChar(encodeLevel(weight, LABEL_LEVELS)),
    ).join('');

  const bounds: number[][] = FEATURE_NAMES.map(() => []);

  trees.feature.forEach((feature, at) => {
    if (feature < 0) return;
    const bound = roundValue(trees.value[at] ?? 0);
    const own = bounds[feature] as number[];
    if (!own.includes(bound)) own.push(bound);
  });

  for (const own of bounds) own.sort((a, b) => a - b);

  return {
    phraseBias: roundValue(phrase.bias),
    phrase: signs(phrase),
    slotBias: roundValue(slot.bias),
    slot: signs(slot),
    treeBias: roundValue(trees.bias),
    bounds,
    trees: Array.from(trees.roots, (root) => packTree(root, trees, bounds)),
    threshold,
  };
}

const roundValue = (value: number) => Number(value.toPrecision(5));

/** Encodes the nodes of a tree as text, in breadth-first order. */
function packTree(
  root: number,
  { feature, value, left }: Trees,
  bounds: readonly number[][],
): string {
  const order = [root];
  let text = '';

  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    const asked = feature[node] ?? -1;

    const digit =
      asked < 0
        ? encodeLeaf(value[node] ?? 0)
        : (bounds[asked] ?? []).indexOf(roundValue(value[node] ?? 0));

    const digits = [
      Math.floor((asked + 1) / ALPHABET_SIZE),
      (asked + 1) % ALPHABET_SIZE,
      digit,
    ];

    text += digits.map(encodeChar).join('');

    if (asked >= 0)
      order.push(root + (left[node] ?? 0), root + (left[node] ?? 0) + 1);
  }

  return text;
}
