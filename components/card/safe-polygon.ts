import type { Box, Point } from '../../lib/page/dom/frames.ts';

/**
 * Whether a point is in the safe polygon (the convex hull of two boxes), which a pointer on its way to the card does not leave: in one
 * of the boxes that `from` passes through while its edges move evenly to those of `to`.
 */
export function isInSafePolygon(point: Point, from: Box, to: Box): boolean {
  const ends = getInsets(point, to);
  let [first, last] = [0, 1];

  for (const [at, start] of getInsets(point, from).entries()) {
    const change = (ends[at] ?? start) - start;
    if (change === 0 && start < 0) return false;
    if (change > 0) first = Math.max(first, -start / change);
    if (change < 0) last = Math.min(last, -start / change);
  }

  return first <= last;
}

const getInsets = ({ x, y }: Point, { left, top, right, bottom }: Box) => [
  x - left,
  right - x,
  y - top,
  bottom - y,
];
