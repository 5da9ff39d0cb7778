import { afterEach, expect, test, vi } from 'vitest';
import { leaveForLater } from './later.ts';
import type { PageApi } from './page-api.ts';

const idle = () => new Promise((done) => requestIdleCallback(done, { timeout: 1_000 }));

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'errataPage');
});

/** Nothing of it is called here. */
const api = {} as PageApi;

test('what is left for later is made when the page is idle', async () => {
  const make = vi.fn(() => api);
  leaveForLater('errataPage', make);
  expect(make).not.toHaveBeenCalled();
  await idle();
  expect(make).toHaveBeenCalledTimes(1);
  expect(globalThis.errataPage).toBe(api);
  expect(make).toHaveBeenCalledTimes(1);
});

test('who asks for it earlier has it at once, and it is made but once', async () => {
  const make = vi.fn(() => api);
  leaveForLater('errataPage', make);
  expect(globalThis.errataPage).toBe(api);
  await idle();
  expect(make).toHaveBeenCalledTimes(1);
});

test('what was taken away is not made any more', async () => {
  const make = vi.fn(() => api);
  leaveForLater('errataPage', make);
  Reflect.deleteProperty(globalThis, 'errataPage');
  await idle();
  expect(make).not.toHaveBeenCalled();
});
