import { afterEach, expect, test, vi } from 'vitest';
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
