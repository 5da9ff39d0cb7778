import type { Trees } from '../../lib/detect/model.ts';
import {
  ALPHABET_SIZE,
  encodeChar,
  encodeLeaf,
  encodeLevel,
  type PackedModel,
} from '../../lib/detect/weights-format.ts';
import type { Experts } from './train-model.ts';

const LABEL_LEVELS = 15;

/** Encodes a model as text. */
export function packModel(
  { phrase, slot }: Experts,
  trees: Trees,
  columns: number,
  threshold: number,
): PackedModel {
  const signs = ({ weights }: Experts['slot']) =>
    Array.from(weights, (weight) => encodeChar(encodeLevel(weight, LABEL_LEVELS))).join('');
  const bounds: number[][] = Array.from({ length: columns }, () => []);
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
function packTree(root: number, { feature, value, left }: Trees, bounds: readonly number[][]): string {
  const order = [root];
  let text = '';
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    const asked = feature[node] ?? -1;
    const digit =
      asked < 0 ? encodeLeaf(value[node] ?? 0) : (bounds[asked] ?? []).indexOf(roundValue(value[node] ?? 0));
    const digits = [Math.floor((asked + 1) / ALPHABET_SIZE), (asked + 1) % ALPHABET_SIZE, digit];
    text += digits.map(encodeChar).join('');
    if (asked >= 0) order.push(root + (left[node] ?? 0), root + (left[node] ?? 0) + 1);
  }
  return text;
}
