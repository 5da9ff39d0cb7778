import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMoves } from './moves.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const move = (x: number, isTrusted = true) =>
  ({ clientX: x, isTrusted, timeStamp: performance.now() }) as PointerEvent;

test('looks at few of many moves, at the last one always, and counts the rest from it', () => {
  const seen = vi.fn((_: PointerEvent) => 200);
  const rested = vi.fn();
  const moves = createMoves(seen, rested);
  for (let x = 0; x < 100; x++) {
    moves.heard(move(x));
    vi.advanceTimersByTime(5);
  }
  expect(seen.mock.calls.length).toBeLessThan(15);
  vi.advanceTimersByTime(190);
  expect(seen.mock.lastCall?.[0].clientX).toBe(99);
  expect(rested).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10);
  expect(rested).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(rested).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['what nothing waits for', null, 0],
  ['a move too small to count', undefined, 1],
])('%s', (_, next, times) => {
  let delay: number | null | undefined = 200;
  const rested = vi.fn();
  const moves = createMoves(() => delay, rested);
  moves.heard(move(1));
  vi.advanceTimersByTime(100);
  delay = next;
  moves.heard(move(2));
  vi.advanceTimersByTime(100);
  expect(rested).toHaveBeenCalledTimes(times);
});

test('looks at no event that a page made up, and at the last true one as it stops', () => {
  const seen = vi.fn((_: PointerEvent) => 200);
  const rested = vi.fn();
  const moves = createMoves(seen, rested);
  moves.heard(move(1));
  moves.heard(move(2, false));
  moves.stop();
  vi.advanceTimersByTime(1_000);
  expect(seen.mock.calls.map(([{ clientX }]) => clientX)).toEqual([1]);
  expect(rested).not.toHaveBeenCalled();
});
