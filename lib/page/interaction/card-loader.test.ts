import { afterEach, expect, test, vi } from 'vitest';
import { PATIENT } from '../../../tests/patience.ts';
import type { CardRequest } from '../marking/page-api.ts';
import { createCardLoader } from './card-loader.ts';

afterEach(() => void vi.useRealTimers());

test('a card that never arrives holds up no later request', async () => {
  vi.useFakeTimers();
  const load = vi.fn(() => new Promise<void>(() => {}));
  const loader = createCardLoader(load, () => {}, {});
  void loader.show({} as CardRequest);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(loader.isLoading()).toBe(false);
  void loader.show({} as CardRequest);
  expect(load).toHaveBeenCalledTimes(2);
});

test('a script that was replaced while its card loaded leaves the card of the new one alone', async () => {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
  const { promise, resolve } = Promise.withResolvers<void>();
  const preloadEntries = vi.fn();
  const loader = createCardLoader(
    () => promise,
    () => {},
    {},
  );
  loader.prepare(['131047']);
  loader.destroy();
  vi.stubGlobal('errataCard', { preloadEntries, destroy() {} });
  resolve();
  await vi.waitFor(() => expect(loader.isLoading()).toBe(false), PATIENT);
  await new Promise((done) => setTimeout(done));
  expect(preloadEntries).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
