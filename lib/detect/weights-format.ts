import { PHRASE_BITS, SLOT_BITS } from './hashing.ts';
import type { Model } from './model.ts';

/** A model as it is written down: signs of ASCII, which a bundler leaves alone and gzip makes small. */
export interface PackedModel {
  phraseBias: number;
  /** A sign for each bucket. */
  phrase: string;
  slotBias: number;
  slot: string;
  treeBias: number;
  /** Bounds of each fact, in order. */
  bounds: readonly (readonly number[])[];
  /** For each tree its nodes, from the root down: two signs for the fact (0 for a leaf), one for the bound or the value. */
  trees: readonly string[];
  /** Log-odds from which on a candidate is a hit. */
  threshold: number;
}

const FIRST_SIGN = 0x23;
const BACKSLASH = 0x5c;
/** Number of signs that are used. */
export const SIGNS = 91;
const MIDDLE = 45;
/** Larger weights are cut. */
const MOST = 6;
const MOST_IN_LEAF = 1;

export const signOf = (digit: number): string => {
  const unit = FIRST_SIGN + digit;
  return String.fromCharCode(unit < BACKSLASH ? unit : unit + 1);
};

export const digitOf = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return (unit < BACKSLASH ? unit : unit - 1) - FIRST_SIGN;
};

/** Small weights are kept more closely than large ones. */
const weightOf = (digit: number, most: number) => {
  const step = (digit - MIDDLE) / MIDDLE;
  return Math.sign(step) * step * step * most;
};

export const digitOfWeight = (weight: number, most: number): number =>
  MIDDLE + Math.round(Math.sign(weight) * Math.sqrt(Math.min(Math.abs(weight), most) / most) * MIDDLE);

/** To few levels, so that the file stays small. */
export const digitOfLevel = (weight: number, levels: number): number => {
  const level = Math.round((digitOfWeight(weight, MOST) - MIDDLE) * (levels / MIDDLE));
  return MIDDLE + Math.round(level * (MIDDLE / levels));
};

export const digitOfLeaf = (value: number): number => digitOfWeight(value, MOST_IN_LEAF);

function weightsOf(signs: string, bits: number): Float32Array {
  const weights = new Float32Array(1 << bits);
  for (let at = 0; at < weights.length; at++) weights[at] = weightOf(digitOf(signs, at), MOST);
  return weights;
}

export function openModel(packed: PackedModel): Model {
  const nodes = packed.trees.reduce((sum, tree) => sum + tree.length / 3, 0);
  const fact = new Int16Array(nodes);
  const value = new Float32Array(nodes);
  const left = new Int16Array(nodes);
  const roots = new Int32Array(packed.trees.length);
  let next = 0;
  packed.trees.forEach((tree, number) => {
    roots[number] = next;
    // The children of each node follow in the order of their parents.
    let child = 1;
    for (let at = 0; at < tree.length; at += 3, next++) {
      const asked = digitOf(tree, at) * SIGNS + digitOf(tree, at + 1) - 1;
      const digit = digitOf(tree, at + 2);
      fact[next] = asked;
      value[next] = asked < 0 ? weightOf(digit, MOST_IN_LEAF) : (packed.bounds[asked]?.[digit] ?? 0);
      left[next] = asked < 0 ? 0 : child;
      if (asked >= 0) child += 2;
    }
  });
  return {
    phraseBias: packed.phraseBias,
    phrase: weightsOf(packed.phrase, PHRASE_BITS),
    slotBias: packed.slotBias,
    slot: weightsOf(packed.slot, SLOT_BITS),
    trees: { bias: packed.treeBias, fact, value, left, roots },
    threshold: packed.threshold,
    names: new Map(),
  };
}
