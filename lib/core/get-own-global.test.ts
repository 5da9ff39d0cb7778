// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { getOwnGlobal } from './get-own-global.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('an element of the page is no state of Errata', () => {
  document.body.innerHTML = '<div id="errataDiagnostics"></div>';
  expect(globalThis).toHaveProperty('errataDiagnostics');
  expect(getOwnGlobal('errataDiagnostics')).toBeUndefined();
});

test('what a script has set is found, also beside such an element', () => {
  document.body.innerHTML = '<div id="errataDiagnostics"></div>';
  const own = {
    started: {},
    counts: { texts: 0, sent: 0, codes: 0 },
    failures: [],
  };
  vi.stubGlobal('errataDiagnostics', own);
  expect(getOwnGlobal('errataDiagnostics')).toBe(own);
});
