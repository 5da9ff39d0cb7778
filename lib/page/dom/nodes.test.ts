import { afterEach, expect, test, vi } from 'vitest';
import { getStyle } from './nodes.ts';

afterEach(() => vi.unstubAllGlobals());

test('has no style where the browser refuses it, as Firefox does while a page is being left', () => {
  vi.stubGlobal('getComputedStyle', () => {
    throw new Error('NS_ERROR_XPC_SECURITY_MANAGER_VETO');
  });
  expect(getStyle({} as Element)).toBe(null);
});
