import { createRandom, shuffle } from './random.ts';

/** Feature buckets of all examples. Those of example `i` are at `offsets[i]` to `offsets[i + 1]`. */
export interface FeatureLists {
  buckets: Uint16Array | Uint32Array;
  /** The group of each feature: see `PHRASE_PARTS`. */
  groups: Uint8Array;
  offsets: readonly number[];
}

const LEARNING_RATE = 0.08;
const EPOCHS = 10;
/** An example that is predicted this well changes nothing. */
const MIN_SLOPE = 1e-5;

/**
 * Trains a logistic regression with FTRL-Proximal (McMahan et al., 2013), in a reproducible order.
 *
 * @param rows Training examples.
 * @param sparse L1 penalty.
 * @param epochs How often each example is seen.
 */
export function trainLinear(
  { buckets, offsets }: FeatureLists,
  labels: Uint8Array,
  importance: Float32Array,
  rows: Int32Array,
  size: number,
  sparse: number,
  epochs = EPOCHS,
) {
  const z = new Float64Array(size + 1);
  const n = new Float64Array(size + 1);
  const root = new Float64Array(size + 1);
  const weights = new Float64Array(size + 1);
  const random = createRandom(1);

  function computeOdds(from: number, to: number): number {
    let odds = weights[size] ?? 0;

    for (let at = from; at < to; at++)
      odds += weights[buckets[at] as number] as number;

    return odds;
  }

  function updateWeight(slot: number, slope: number, penalty: number): void {
    const before = root[slot] as number;
    const seen = (n[slot] as number) + slope * slope;
    const after = Math.sqrt(seen);

    const sum =
      (z[slot] as number) +
      slope -
      ((after - before) / LEARNING_RATE) * (weights[slot] as number);

    z[slot] = sum;
    n[slot] = seen;
    root[slot] = after;

    const beyond = Math.max(0, Math.abs(sum) - penalty);

    weights[slot] = (-Math.sign(sum) * beyond * LEARNING_RATE) / (0.5 + after);
  }

  function learnRow(row: number): void {
    const from = offsets[row] ?? 0;
    const to = offsets[row + 1] ?? 0;
    const share = 1 / (1 + Math.exp(-computeOdds(from, to)));

    const slope =
      (share - (labels[row] as number)) * (importance[row] as number);

    if (Math.abs(slope) < MIN_SLOPE) return;

    for (let at = from; at < to; at++)
      updateWeight(buckets[at] as number, slope, sparse);

    updateWeight(size, slope, 0);
  }

  for (let epoch = 0; epoch < epochs; epoch++)
    for (const row of shuffle(rows, random)) learnRow(row);

  return {
    bias: weights[size] ?? 0,
    weights: Float32Array.from(weights.subarray(0, size)),
  };
}
