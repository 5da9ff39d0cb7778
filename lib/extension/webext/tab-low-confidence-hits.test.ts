import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../settings/settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
const { readLowConfidenceHits } = await import('./tab-low-confidence-hits.ts');

afterEach(() => void vi.useRealTimers());

test('a page that does not answer holds up no later search', async () => {
  vi.useFakeTimers();
  Object.assign(fakeBrowser.scripting, {
    executeScript: () => new Promise(() => {}),
  });
  const search = readLowConfidenceHits(3, 'console.example', DEFAULT_SETTINGS);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await search).toBeNull();
});
