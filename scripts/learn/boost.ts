import { findFirstFrom } from '../../lib/core/find-first-from.ts';
import type { Trees } from '../../lib/detect/model.ts';

const TREE_COUNT = 430;
const MAX_LEAVES = 24;
const LEARNING_RATE = 0.1;
const MAX_BINS = 64;
const MIN_HESSIAN = 4;
const L2_PENALTY = 2;

/**
 * Trains gradient-boosted trees for binary classification, with histograms and leaf-wise growth (as in LightGBM).
 *
 * @param table Features of all examples, row by row.
 * @param rows Training examples.
 */
export function trainTrees(
  table: Float32Array,
  columns: number,
  labels: Uint8Array,
  importance: Float32Array,
  rows: Int32Array,
): Trees {
  const bounds = computeBounds(table, columns, rows);
  const bins = assignBins(table, columns, rows, bounds);
  const own = Uint8Array.from(rows, (row) => labels[row] ?? 0);
  const weight = Float64Array.from(rows, (row) => importance[row] ?? 1);

  const yes = weight.reduce(
    (sum, one, at) => sum + (own[at] as number) * one,
    0,
  );

  const all = weight.reduce((sum, one) => sum + one, 0);
  const bias = Math.log(yes / (all - yes));
  const odds = new Float64Array(rows.length).fill(bias);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const feature: number[] = [];
  const value: number[] = [];
  const left: number[] = [];
  const roots: number[] = [];

  /** For each bin of each column, sums the gradients and the Hessians. */
  function sumBins(members: Int32Array): Float64Array {
    const sums = new Float64Array(columns * MAX_BINS * 2);

    for (const row of members) {
      const g = gradient[row] as number;
      const h = hessian[row] as number;
      const from = row * columns;

      for (let column = 0; column < columns; column++) {
        const cell = (column * MAX_BINS + (bins[from + column] as number)) * 2;
        sums[cell] = (sums[cell] as number) + g;
        sums[cell + 1] = (sums[cell + 1] as number) + h;
      }
    }

    return sums;
  }

  type Leaf = ReturnType<typeof createLeaf>;

  /** Creates a leaf with its best split. */
  function createLeaf(members: Int32Array, sums: Float64Array, node: number) {
    const [g, h] = sumTotals(sums);
    const whole = (g * g) / (h + L2_PENALTY);
    let best = { gain: 1e-3, feature: -1, bin: -1 };

    for (let column = 0; column < columns; column++) {
      let gLeft = 0;
      let hLeft = 0;
      const last = (bounds[column]?.length ?? 0) - 1;

      for (let bin = 0; bin <= last; bin++) {
        const cell = (column * MAX_BINS + bin) * 2;

        gLeft += sums[cell] as number;
        hLeft += sums[cell + 1] as number;

        const hRight = h - hLeft;
        if (hLeft < MIN_HESSIAN || hRight < MIN_HESSIAN) continue;

        const gRight = g - gLeft;

        const gain =
          (gLeft * gLeft) / (hLeft + L2_PENALTY) +
          (gRight * gRight) / (hRight + L2_PENALTY) -
          whole;

        if (gain > best.gain) best = { gain, feature: column, bin };
      }
    }

    return { rows: members, sums, node, g, h, ...best };
  }

  function computeGradients(): void {
    for (let at = 0; at < rows.length; at++) {
      const share = 1 / (1 + Math.exp(-(odds[at] as number)));
      gradient[at] = (share - (own[at] as number)) * (weight[at] as number);
      hessian[at] = share * (1 - share) * (weight[at] as number);
    }
  }

  /** Splits a leaf. Its children are nodes with consecutive numbers. */
  function splitLeaf(leaf: Leaf, node: number): [Leaf, Leaf] {
    const isLeft = (row: number) =>
      (bins[row * columns + leaf.feature] as number) <= leaf.bin;

    const rowsLeft = leaf.rows.filter(isLeft);
    const rowsRight = leaf.rows.filter((row) => !isLeft(row));
    // Sum the smaller child; the larger one is the parent minus it.
    const isSmall = rowsLeft.length <= rowsRight.length;
    const sums = sumBins(isSmall ? rowsLeft : rowsRight);
    const rest = leaf.sums.map((sum, at) => sum - (sums[at] as number));

    return [
      createLeaf(rowsLeft, isSmall ? sums : rest, node),
      createLeaf(rowsRight, isSmall ? rest : sums, node + 1),
    ];
  }

  /** Splits the leaf with the highest gain, until there are enough leaves or no split gains anything. */
  function growTree(root: number): readonly Leaf[] {
    const leaves = [createLeaf(everyRow, sumBins(everyRow), 0)];

    for (let nodes = 1; leaves.length < MAX_LEAVES; nodes += 2) {
      const leaf = leaves.reduce((best, one) =>
        one.gain > best.gain ? one : best,
      );

      if (leaf.feature < 0) break;

      feature[root + leaf.node] = leaf.feature;
      value[root + leaf.node] = bounds[leaf.feature]?.[leaf.bin] ?? 0;
      left[root + leaf.node] = nodes;

      const [leftLeaf, rightLeaf] = splitLeaf(leaf, nodes);

      leaves[leaves.indexOf(leaf)] = leftLeaf;
      leaves.push(rightLeaf);
    }

    return leaves;
  }

  function closeLeaf({ rows: members, node, g, h }: Leaf, root: number): void {
    const step = (-g / (h + L2_PENALTY)) * LEARNING_RATE;

    feature[root + node] = -1;
    value[root + node] = step;
    left[root + node] = 0;
    for (const at of members) odds[at] = (odds[at] as number) + step;
  }

  const everyRow = Int32Array.from(rows.keys());

  for (let tree = 0; tree < TREE_COUNT; tree++) {
    const root = feature.length;

    roots.push(root);
    computeGradients();

    for (const leaf of growTree(root)) closeLeaf(leaf, root);
  }

  return {
    bias,
    feature: Int16Array.from(feature),
    value: Float32Array.from(value),
    left: Int16Array.from(left),
    roots: Int32Array.from(roots),
  };
}

/** Returns gradient and Hessian sums of all members, from the bins of the first column. */
function sumTotals(sums: Float64Array): [number, number] {
  let g = 0;
  let h = 0;

  for (let bin = 0; bin < MAX_BINS; bin++) {
    g += sums[bin * 2] as number;
    h += sums[bin * 2 + 1] as number;
  }

  return [g, h];
}

/** Returns the bin bounds of each column: its distinct values if there are few, otherwise quantiles. */
function computeBounds(
  table: Float32Array,
  columns: number,
  rows: Int32Array,
): Float32Array[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));

  return Array.from({ length: columns }, (_, column) => {
    const values: number[] = [];

    for (let at = 0; at < rows.length; at += step)
      values.push(table[(rows[at] as number) * columns + column] as number);

    values.sort((a, b) => a - b);

    const distinct = [...new Set(values)];
    if (distinct.length <= MAX_BINS)
      return Float32Array.from(
        distinct.slice(0, -1),
        (one, at) => (one + (distinct[at + 1] ?? one)) / 2,
      );

    const quantiles = new Set<number>();

    for (let bin = 1; bin < MAX_BINS; bin++)
      quantiles.add(values[Math.floor((bin * values.length) / MAX_BINS)] ?? 0);

    return Float32Array.from([...quantiles].sort((a, b) => a - b)).slice(
      0,
      MAX_BINS - 1,
    );
  });
}

function assignBins(
  table: Float32Array,
  columns: number,
  rows: Int32Array,
  bounds: readonly Float32Array[],
) {
  const bins = new Uint8Array(rows.length * columns);

  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * columns;

    for (let column = 0; column < columns; column++) {
      bins[at * columns + column] = findFirstFrom(
        bounds[column] ?? [],
        table[from + column] as number,
      );
    }
  }

  return bins;
}
