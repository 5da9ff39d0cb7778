import { expect, test } from 'vitest';
import { getOwnGlobal } from './get-own-global.ts';

/** As in Chromium, where the elements with an id are properties of an object that the global one inherits from. */
const createFrame = () =>
  Object.create({ errataDiagnostics: 'an element' }) as typeof globalThis;

test('an element of the page is no state of Errata', () => {
  const frame = createFrame();
  expect(frame.errataDiagnostics).toBe('an element');
  expect(getOwnGlobal('errataDiagnostics', frame)).toBeUndefined();
});

test('what a script has set is found, also beside such an element', () => {
  const frame = createFrame();
  const own = {
    started: {},
    counts: { texts: 0, sent: 0, codes: 0 },
    failures: [],
  };
  frame.errataDiagnostics = own;
  expect(getOwnGlobal('errataDiagnostics', frame)).toBe(own);
});
