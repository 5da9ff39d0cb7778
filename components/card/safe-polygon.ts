import type { Box, Point } from '../../lib/dom/frames.ts';

/** Whether a point is in the safe polygon (the convex hull of two boxes), which a pointer on its way to the card does not leave. */
export function isInSafePolygon(point: Point, from: Box, to: Box): boolean {
  const outline = getConvexHull([...getCorners(from), ...getCorners(to)]);
  return outline.every(
    (corner, at) => getTurn(corner, outline[(at + 1) % outline.length] ?? corner, point) >= 0,
  );
}

export const isInBox = ({ x, y }: Point, { left, top, right, bottom }: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

const getCorners = ({ left, top, right, bottom }: Box): Point[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

/** Cross product: above 0 if `c` is on the inner side of the line from `a` to `b`. */
const getTurn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Returns the convex hull (Andrew's monotone chain). */
function getConvexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const getHalfHull = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (let [a, b] = chain.slice(-2); a && b && getTurn(a, b, point) <= 0; [a, b] = chain.slice(-2))
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...getHalfHull(sorted), ...getHalfHull(sorted.toReversed())];
}
