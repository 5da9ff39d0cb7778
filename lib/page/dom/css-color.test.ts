import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blend,
  computeContrast,
  parseColor,
  parseColors,
} from './css-color.ts';

/** Colours as browsers serialize them, with the luminance of the same colour as `rgb()`. */
test.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['#ff0000', 0.2126],
  ['color(srgb 1 0 0)', 0.2126],
  ['oklch(0.627955 0.257683 29.2339)', 0.2126],
  ['oklab(0.627955 0.224863 0.125846)', 0.2126],
  ['oklch(1 0 none)', 1],
  ['lab(53.585 0 0)', 0.2159],
  ['color(srgb-linear 0.5 0.5 0.5)', 0.5],
])('reads the luminance of %s', (css, luminance) => {
  expect(parseColor(css)?.luminance).toBeCloseTo(luminance, 2);
  expect(parseColor(css)?.alpha).toBe(1);
});

test.each([
  ['transparent', 0],
  ['rgba(0, 0, 0, 0)', 0],
  ['rgba(10, 20, 30, 0.4)', 0.4],
  ['oklab(0.5 0 0 / 0.25)', 0.25],
  ['color(srgb 1 0 0 / 50%)', 0.5],
])('reads the opacity of %s', (css, alpha) => {
  expect(parseColor(css)?.alpha).toBe(alpha);
});

test('reads the stops of a gradient', () => {
  const image =
    'linear-gradient(90deg, rgb(255, 0, 0), rgba(0, 0, 0, 0) 50%, oklch(0.7 0.1 20 / 0.5))';
  expect(parseColors(image).map(({ alpha }) => alpha)).toEqual([1, 0, 0.5]);
});

test('never throws, and stays within the ranges', () => {
  const names = ['rgb', 'color(srgb', 'oklch', 'lab', 'unknown', '#'];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string(), (name, rest) => {
      const color = parseColor(`${name}(${rest}`);
      if (!color) return;

      for (const value of [color.luminance, color.alpha]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('blends a translucent colour with what is below', () => {
  const white = { luminance: 1, alpha: 1 };
  const veil = { luminance: 0, alpha: 0.5 };
  expect(blend(veil, white).alpha).toBe(1);
  expect(blend(veil, white).luminance).toBeCloseTo(0.21, 1);
  expect(computeContrast(1, 0)).toBe(21);
});
