import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, isInBox } from '../../lib/page/dom/frames.ts';
import { isInSafePolygon } from './safe-polygon.ts';

const code: Box = { left: 100, top: 100, right: 150, bottom: 116 };
const card: Box = { left: 100, top: 124, right: 492, bottom: 400 };

describe('the safe polygon between code and card', () => {
  test.each([
    ['on the code', 120, 108, true],
    ['in the gap under the code', 140, 120, true],
    ['above the slant to the far corner of the card', 300, 105, false],
    ['within the slant', 170, 120, true],
    ['in the card', 480, 390, true],
    ['beside the code', 90, 108, false],
    ['under the card', 300, 410, false],
  ])('%s (%i, %i): %s', (_, x, y, inside) => {
    expect(isInSafePolygon({ x, y }, code, card)).toBe(inside);
  });

  test('contains every point of a straight line between the two boxes', () => {
    const box = fc
      .tuple(...[0, 0, 1, 1].map((min) => fc.integer({ min, max: 500 })))
      .map(([left = 0, top = 0, width = 1, height = 1]) => ({
        left,
        top,
        right: left + width,
        bottom: top + height,
      }));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const getPointIn = (b: Box, u: number, v: number) => ({
      x: b.left + u * (b.right - b.left),
      y: b.top + v * (b.bottom - b.top),
    });
    fc.assert(
      fc.property(
        box,
        box,
        share,
        share,
        share,
        share,
        share,
        (a, b, u, v, s, t, w) => {
          const [from, to] = [getPointIn(a, u, v), getPointIn(b, s, t)];
          const between = {
            x: from.x + w * (to.x - from.x),
            y: from.y + w * (to.y - from.y),
          };
          const nudged = { x: between.x, y: between.y };
          // Rounding may put a point of the edge outside by less than a millionth of a pixel.
          const growBox = (o: Box) => ({
            left: o.left - 1e-6,
            top: o.top - 1e-6,
            right: o.right + 1e-6,
            bottom: o.bottom + 1e-6,
          });
          return isInSafePolygon(nudged, growBox(a), growBox(b));
        },
      ),
    );
  });
});

test('a box contains its edges, but no point outside', () => {
  expect(isInBox({ x: 100, y: 100 }, code)).toBe(true);
  expect(isInBox({ x: 99, y: 100 }, code)).toBe(false);
});
