import { expect } from 'vitest';

/** Other processes only add time, so the fastest of several rounds is what the work costs. */
const MAX_ROUNDS = 10;
/** Shorter work is compared as if it took so long: one pause of the collector would be most of it. */
const MIN_MS = 1;

const SIZE_FACTOR = 8;
/** Between 8, which is linear, and 64, which is quadratic. */
const MAX_LINEAR_RATIO = 24;

/** Some systems count processor time in steps of 4 ms: work is repeated until a step more or less says little. */
const MIN_MEASURED_MS = 20;
const MAX_RUNS = 1_000;

/** Returns the time since a moment in ms: in Node.js, the processor time of this thread. */
function startClock(): () => number {
  if (typeof process === 'undefined' || !('threadCpuUsage' in process)) {
    const start = performance.now();
    return () => performance.now() - start;
  }

  const before = process.threadCpuUsage();

  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
}

/** Returns the time of some work in ms. */
function measureMs(work: () => unknown): number {
  const readMs = startClock();
  let runs = 0;
  let ms = 0;

  do {
    work();
    runs++;
    ms = readMs();
  } while (ms < MIN_MEASURED_MS && runs < MAX_RUNS);

  return ms / runs;
}

/**
 * Expects that some work costs at most so many times as much as other work. Repeats both until it does, so that neither
 * a slow machine nor a busy one matters.
 */
export function expectCostRatio(
  work: () => unknown,
  other: () => unknown,
  most: number,
): void {
  // The compiler optimizes what both call.
  work();
  other();
  let cost = Number.POSITIVE_INFINITY;
  let otherCost = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    otherCost = Math.min(otherCost, measureMs(other));
    cost = Math.min(cost, measureMs(work));
    if (cost / Math.max(otherCost, MIN_MS) < most) return;
  }
  expect(cost / Math.max(otherCost, MIN_MS)).toBeLessThan(most);
}

/** Expects that the cost of some work grows with its size, and not with the square of it. */
export const expectLinearCost = (
  size: number,
  createWork: (size: number) => () => unknown,
): void =>
  expectCostRatio(
    createWork(size),
    createWork(size / SIZE_FACTOR),
    MAX_LINEAR_RATIO,
  );
