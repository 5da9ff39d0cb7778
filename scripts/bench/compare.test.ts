import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { type Figure, figure, median, notePairs, noteTurns, ratio, type Samples } from './samples.ts';

const runs = (...values: number[]): Figure[] => [figure('scan', values, '×', { most: 5 })];

test('a median outside of the other spread is a regression', () => {
  expect(compare(runs(4, 4.1, 4.2), runs(5, 5.1, 5.3)).worse).toBe(true);
  expect(compare(runs(5, 5.1, 5.3), runs(4, 4.1, 4.2)).worse).toBe(false);
});

test('what lies within the spread, or is small, is noise', () => {
  expect(compare(runs(3, 4, 6), runs(4, 5, 7)).worse).toBe(false);
  expect(compare(runs(4, 4.01, 4.02), runs(4.1, 4.11, 4.12)).worse).toBe(false);
});

test('more is better where the goal is a least', () => {
  const peer = (...values: number[]) => [figure('mark.js', values, '×', { least: 15 })];
  expect(compare(peer(20, 21), peer(10, 11)).worse).toBe(true);
  expect(compare(peer(10, 11), peer(20, 21)).worse).toBe(false);
});

test('ratios are taken run by run', () => {
  expect(ratio({ a: [10, 30, 20], b: [1, 3, 2] }, 'a to b', 'a', 'b')).toMatchObject({
    value: 10,
    spread: [10, 10],
  });
  expect(median([3, 1, 2, 10])).toBe(2.5);
});

test('turns give one value a round, without the one that warms up', () => {
  const samples: Samples = { start: [5] };
  noteTurns(samples, { start: [100, 2, 40, 3] });
  expect(samples).toEqual({ start: [5, 3] });
});

test('pairs are compared turn by turn, as the machine changes', () => {
  const samples: Samples = {};
  notePairs(samples, { with: [9, 11, 22, 44], without: [1, 10, 20, 10] }, 'with', 'without');
  expect(samples).toEqual({ 'with / without': [1.1] });
});
