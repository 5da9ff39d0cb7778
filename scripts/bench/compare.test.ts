import { describe, expect, test } from 'vitest';
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

describe('a figure that is next to nothing', () => {
  const late = (...values: number[]) => [figure('late frames', values, '%', { most: 1 })];
  const nodes = (...values: number[]) => [figure('nodes left', values, '', { most: 0 })];

  test('is compared by what it grew', () => {
    expect(compare(late(0, 0, 0), late(3, 3.2, 3.4)).worse).toBe(true);
    expect(compare(late(-0.2, -0.1, 0), late(3, 3.2, 3.4)).worse).toBe(true);
    expect(compare(nodes(0), nodes(40)).worse).toBe(true);
    expect(compare(nodes(40), nodes(0)).lines.join('\n')).toMatch(
      /better {2}nodes left: 40\.00 → 0\.00 \(-100 %\)/,
    );
  });

  test('differs by chance where it stays far below its goal', () => {
    expect(compare(late(0, 0, 0), late(0.04, 0.05, 0.06)).worse).toBe(false);
    expect(compare(nodes(0), nodes(0)).worse).toBe(false);
  });
});

test('every figure is told with its change, then how many differ', () => {
  const then = [...runs(4, 4.1, 4.2), figure('late frames', [0], '%', { most: 1 })];
  const now = [
    ...runs(5, 5.1, 5.3),
    figure('late frames', [0], '%', { most: 1 }),
    figure('fresh', [1], 'ms'),
  ];
  expect(compare(then, now).lines).toEqual([
    '',
    'Against the earlier run:',
    '  worse   scan: 4.10 → 5.10 (+24 %)',
    '  same    late frames: 0.00 → 0.00 (+0.00)',
    '  new     fresh',
    '  1 worse, 0 better, 1 within the noise',
  ]);
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
