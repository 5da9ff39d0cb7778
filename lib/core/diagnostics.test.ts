import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  getDiagnostics,
  recordAndReturn,
  recordFailure,
  recordStart,
  setFailureHandler,
} from './diagnostics.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  Reflect.deleteProperty(globalThis, 'errataDiagnostics');
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, 'errataDiagnostics');
  setFailureHandler(undefined);
});

test('the same failure is kept once, with its count and the time of the last', () => {
  recordFailure('detect', new TypeError('x'));
  recordFailure('load-card', new Error('x'));
  vi.setSystemTime(2_000);
  expect(recordAndReturn('detect', 'fallback')(new TypeError('y'))).toBe(
    'fallback',
  );
  expect(getDiagnostics().failures).toEqual([
    { task: 'load-card', error: 'Error', at: 1_000, count: 1 },
    { task: 'detect', error: 'TypeError', at: 2_000, count: 2 },
  ]);
});

test('the newest 20 failures are kept, and each is reported', () => {
  const recorded = vi.fn();
  setFailureHandler(recorded);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const letter of letters)
    recordFailure('scan', { name: `${letter}Error` });
  expect(getDiagnostics().failures.map(({ error }) => error[0])).toEqual(
    letters.slice(-20),
  );
  expect(recorded).toHaveBeenCalledTimes(26);
});

test('any value can be thrown, and none leaves its text', () => {
  const SECRET = '+49 151 23456789';
  const thrown = fc.oneof(
    fc.constantFrom(
      new Error(SECRET),
      Object.assign(new Error(SECRET), { name: SECRET }),
      { name: SECRET, message: SECRET },
      SECRET,
      `${SECRET}Error`,
      { name: `${SECRET}Error` },
      null,
      undefined,
    ),
    fc.anything(),
  );
  fc.assert(
    fc.property(thrown, (error) => {
      recordFailure('scan', error);
      expect(JSON.stringify(getDiagnostics())).not.toContain('23456789');
    }),
  );
});

test('a script keeps the time of its first start', () => {
  recordStart('page');
  vi.setSystemTime(2_000);
  recordStart('page');
  expect(getDiagnostics().started).toEqual({ page: 1_000 });
});

// A browser makes an element with an id a property of the window, but not an own one.
test('an element of the page with the same name is not taken for it', () => {
  const named = Object.getPrototypeOf(globalThis);
  named.errataDiagnostics = { failures: null };
  try {
    recordFailure('scan', new Error());
    expect(getDiagnostics().failures).toHaveLength(1);
  } finally {
    Reflect.deleteProperty(named, 'errataDiagnostics');
  }
});
