import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRestTimer } from './rest-timer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const createMove = (clientX: number, isTrusted = true) =>
  ({
    clientX,
    clientY: 0,
    isTrusted,
    timeStamp: performance.now(),
  }) as MouseEvent;

function createIntent(delay: () => number | null = () => 200) {
  const onMove = vi.fn((_: MouseEvent) => delay());
  const onRest = vi.fn();
  return {
    seen: onMove,
    rested: onRest,
    moves: createRestTimer({ everyMs: () => 200, onMove, onRest }),
  };
}

test('throttles moves, but processes the last one and measures the delay from it', () => {
  const { moves, seen, rested } = createIntent();
  for (let x = 0; x < 1_000; x += 10) {
    moves.handleMove(createMove(x));
    vi.advanceTimersByTime(5);
  }
  expect(seen.mock.calls.length).toBeLessThan(4);
  vi.advanceTimersByTime(194);
  expect(rested).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(seen.mock.lastCall?.[0].clientX).toBe(990);
  expect(rested).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(rested).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('treats a trembling pointer as resting, at most one check later', () => {
  const { moves, rested } = createIntent();
  moves.handleMove(createMove(0));
  for (let ms = 10; ms < 400; ms += 10) {
    vi.advanceTimersByTime(10);
    moves.handleMove(createMove(100 + (ms % 3)));
  }
  vi.advanceTimersByTime(10);
  expect(rested).toHaveBeenCalledTimes(1);
});

test('reports nothing while no callback is registered', () => {
  let delay: number | null = 200;
  const { moves, rested } = createIntent(() => delay);
  moves.handleMove(createMove(1));
  vi.advanceTimersByTime(100);
  delay = null;
  moves.handleMove(createMove(2));
  vi.advanceTimersByTime(1_000);
  expect(rested).not.toHaveBeenCalled();
});

test('after stop, waits until the pointer leaves; after reset, for any move', () => {
  const { moves, rested } = createIntent();
  moves.handleMove(createMove(100));
  moves.stop();
  moves.handleMove(createMove(102));
  vi.advanceTimersByTime(1_000);
  expect(rested).not.toHaveBeenCalled();
  moves.forget();
  moves.handleMove(createMove(102));
  vi.advanceTimersByTime(1_000);
  expect(rested).toHaveBeenCalledTimes(1);
});

test('ignores synthetic events, and processes the last trusted one when it stops', () => {
  const { moves, seen, rested } = createIntent();
  moves.handleMove(createMove(1));
  moves.handleMove(createMove(20, false));
  moves.stop();
  vi.advanceTimersByTime(1_000);
  expect(seen.mock.calls.map(([{ clientX }]) => clientX)).toEqual([1]);
  expect(rested).not.toHaveBeenCalled();
});
