import type { Trees } from '../../lib/detect/model.ts';
import {
  digitOfLeaf,
  digitOfLevel,
  type PackedModel,
  SIGNS,
  signOf,
} from '../../lib/detect/weights-format.ts';
import type { Linear } from './linear.ts';

const LEVELS = 15;

/** A model as text. */
export function packed(
  { phrase, slot }: { phrase: Linear; slot: Linear },
  trees: Trees,
  columns: number,
  threshold: number,
): PackedModel {
  const signs = ({ weights }: Linear) =>
    Array.from(weights, (weight) => signOf(digitOfLevel(weight, LEVELS))).join('');
  const bounds: number[][] = Array.from({ length: columns }, () => []);
  trees.fact.forEach((fact, at) => {
    if (fact < 0) return;
    const bound = rounded(trees.value[at] ?? 0);
    const own = bounds[fact] as number[];
    if (!own.includes(bound)) own.push(bound);
  });
  for (const own of bounds) own.sort((a, b) => a - b);
  return {
    phraseBias: rounded(phrase.bias),
    phrase: signs(phrase),
    slotBias: rounded(slot.bias),
    slot: signs(slot),
    treeBias: rounded(trees.bias),
    bounds,
    trees: Array.from(trees.roots, (root) => treeFrom(root, trees, bounds)),
    threshold,
  };
}

const rounded = (value: number) => Number(value.toPrecision(5));

/** The nodes of a tree from its root down, children in the order of their parents. */
function treeFrom(root: number, { fact, value, left }: Trees, bounds: readonly number[][]): string {
  const order = [root];
  let text = '';
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    const asked = fact[node] ?? -1;
    const digit =
      asked < 0 ? digitOfLeaf(value[node] ?? 0) : (bounds[asked] ?? []).indexOf(rounded(value[node] ?? 0));
    text += signOf(Math.floor((asked + 1) / SIGNS)) + signOf((asked + 1) % SIGNS) + signOf(digit);
    if (asked >= 0) order.push(root + (left[node] ?? 0), root + (left[node] ?? 0) + 1);
  }
  return text;
}
