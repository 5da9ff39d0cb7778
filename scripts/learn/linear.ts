import { createRandom, shuffle } from './random.ts';

/** Feature buckets of all examples. Those of example `i` are at `offsets[i]` to `offsets[i + 1]`. */
export interface FeatureLists {
  buckets: Uint16Array;
  /** The group of each feature: see `PHRASE_PARTS`. */
  groups: Uint8Array;
  offsets: readonly number[];
}

const LEARNING_RATE = 0.08;
const EPOCHS = 10;

/**
 * Trains a logistic regression with FTRL-Proximal (McMahan et al., 2013), in a reproducible order.
 *
 * @param rows Training examples.
 * @param sparse L1 penalty.
 */
export function trainLinear(
  { buckets, offsets }: FeatureLists,
  labels: Uint8Array,
  importance: Float32Array,
  rows: Int32Array,
  size: number,
  sparse: number,
) {
  const z = new Float64Array(size + 1);
  const n = new Float64Array(size + 1);
  const root = new Float64Array(size + 1);
  const weights = new Float64Array(size + 1);
  const random = createRandom(1);

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const row of shuffle(rows, random)) {
      const from = offsets[row] ?? 0;
      const to = offsets[row + 1] ?? 0;
      let odds = weights[size] ?? 0;

      for (let at = from; at < to; at++)
        odds += weights[buckets[at] as number] as number;

      const slope =
        (1 / (1 + Math.exp(-odds)) - (labels[row] as number)) *
        (importance[row] as number);

      if (Math.abs(slope) < 1e-5) continue;

      const square = slope * slope;

      for (let at = from; at <= to; at++) {
        const slot = at === to ? size : (buckets[at] as number);
        const before = root[slot] as number;
        const seen = (n[slot] as number) + square;
        const after = Math.sqrt(seen);

        const sum =
          (z[slot] as number) +
          slope -
          ((after - before) / LEARNING_RATE) * (weights[slot] as number);

        z[slot] = sum;
        n[slot] = seen;
        root[slot] = after;

        const beyond = Math.max(
          0,
          Math.abs(sum) - (slot === size ? 0 : sparse),
        );

        weights[slot] =
          (-Math.sign(sum) * beyond * LEARNING_RATE) / (0.5 + after);
      }
    }
  }

  return {
    bias: weights[size] ?? 0,
    weights: Float32Array.from(weights.subarray(0, size)),
  };
}
