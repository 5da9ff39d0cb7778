import { LABEL_BITS, PHRASE_BITS } from './hashing.ts';
import type { Model } from './model.ts';

/** A serialized model: ASCII characters, which bundlers keep as they are and gzip compresses well. */
export interface PackedModel {
  phraseBias: number;
  /** One character per bucket. */
  phrase: string;
  slotBias: number;
  slot: string;
  treeBias: number;
  /** Sorted bounds of each feature. */
  bounds: readonly (readonly number[])[];
  /**
   * For each tree its nodes, from the root down: two characters for the feature (0 for a leaf), one for the bound or
   * the value.
   */
  trees: readonly string[];
  /** Minimum log-odds of a hit. */
  threshold: number;
}

const FIRST_CHAR = 0x23;
const BACKSLASH = 0x5c;
export const ALPHABET_SIZE = 91;
const MIDDLE_DIGIT = 45;
/** Larger weights are clipped. */
const MAX_WEIGHT = 6;
const MAX_LEAF_VALUE = 1;

export const encodeChar = (digit: number): string => {
  const unit = FIRST_CHAR + digit;
  return String.fromCharCode(unit < BACKSLASH ? unit : unit + 1);
};

export const decodeChar = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return (unit < BACKSLASH ? unit : unit - 1) - FIRST_CHAR;
};

/** Decodes a weight. The scale is quadratic, so that small weights are more precise. */
const decodeWeight = (digit: number, most: number) => {
  const step = (digit - MIDDLE_DIGIT) / MIDDLE_DIGIT;
  return Math.sign(step) * step * step * most;
};

export const encodeWeight = (weight: number, most: number): number =>
  MIDDLE_DIGIT +
  Math.round(
    Math.sign(weight) *
      Math.sqrt(Math.min(Math.abs(weight), most) / most) *
      MIDDLE_DIGIT,
  );

/** Encodes a weight with few levels, to keep the file small. */
export const encodeLevel = (weight: number, levels: number): number => {
  const level = Math.round(
    (encodeWeight(weight, MAX_WEIGHT) - MIDDLE_DIGIT) * (levels / MIDDLE_DIGIT),
  );
  return MIDDLE_DIGIT + Math.round(level * (MIDDLE_DIGIT / levels));
};

export const encodeLeaf = (value: number): number =>
  encodeWeight(value, MAX_LEAF_VALUE);

function decodeWeights(signs: string, bits: number): Float32Array {
  // By sign, because a worker starts often, and there are far more weights than signs.
  const bySign = Float32Array.from({ length: 128 }, (_, unit) =>
    decodeWeight(decodeChar(String.fromCharCode(unit), 0), MAX_WEIGHT),
  );
  const weights = new Float32Array(1 << bits);
  for (let at = 0; at < weights.length; at++)
    weights[at] = bySign[signs.charCodeAt(at)] ?? 0;
  return weights;
}

export function unpackModel(packed: PackedModel): Model {
  const nodes = packed.trees.reduce((sum, tree) => sum + tree.length / 3, 0);
  const feature = new Int16Array(nodes);
  const value = new Float32Array(nodes);
  const left = new Int16Array(nodes);
  const roots = new Int32Array(packed.trees.length);
  let next = 0;
  packed.trees.forEach((tree, number) => {
    roots[number] = next;
    // The children of the nodes follow in the order of their parents.
    let child = 1;
    for (let at = 0; at < tree.length; at += 3, next++) {
      const asked =
        decodeChar(tree, at) * ALPHABET_SIZE + decodeChar(tree, at + 1) - 1;
      const digit = decodeChar(tree, at + 2);
      feature[next] = asked;
      value[next] =
        asked < 0
          ? decodeWeight(digit, MAX_LEAF_VALUE)
          : (packed.bounds[asked]?.[digit] ?? 0);
      left[next] = asked < 0 ? 0 : child;
      if (asked >= 0) child += 2;
    }
  });
  return {
    phraseBias: packed.phraseBias,
    phrase: decodeWeights(packed.phrase, PHRASE_BITS),
    slotBias: packed.slotBias,
    slot: decodeWeights(packed.slot, LABEL_BITS),
    trees: { bias: packed.treeBias, feature, value, left, roots },
    threshold: packed.threshold,
    names: new Map(),
  };
}
