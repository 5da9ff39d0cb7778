import type { Judged } from './judged.ts';

/** Lines farther from each other are not of one list. */
const NEAR = 360;

/** Candidates that stand in their lines in the same way, in lines that follow each other closely, two of them at least. */
export function inLinesAlike(judged: readonly Judged[], shapeOf: (one: Judged) => string | null): Judged[][] {
  const open = new Map<string, Judged[]>();
  const lists: Judged[][] = [];
  for (const one of judged) {
    const shape = shapeOf(one);
    if (shape === null) continue;
    const lines = open.get(shape);
    if (lines && one.scene.start - (lines.at(-1)?.scene.end ?? 0) <= NEAR) {
      lines.push(one);
      // Most shapes come once.
      if (lines.length === 2) lists.push(lines);
    } else open.set(shape, [one]);
  }
  return lists;
}
