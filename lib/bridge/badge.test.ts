import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { codesOfFrames } from './tab-frames.ts';

const setBadgeText = vi.fn();
const setTitle = vi.fn();
const frames = vi.fn<typeof codesOfFrames>();
vi.mock('wxt/browser', () => ({
  browser: {
    action: { setBadgeText, setTitle, setBadgeBackgroundColor: vi.fn() },
  },
}));
vi.mock('./tab-frames.ts', () => ({ codesOfFrames: frames }));
const { countBadge } = await import('./badge.ts');

const codes = [{ code: '131047', key: 'meta/cloud/131047', count: 3 }];
const shown = () => setBadgeText.mock.calls.map(([{ text }]) => text);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('counts distinct codes, with a mark while a frame is still read, and asks again until none is', async () => {
  frames.mockResolvedValueOnce([
    { codes, reading: false },
    { codes: [], reading: true },
  ]);
  frames.mockResolvedValue([{ codes, reading: false }, null]);
  await countBadge(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toEqual(['1…', '1']);
});

test('asks a frame that never ends a few times, and no more', async () => {
  frames.mockResolvedValue([{ codes, reading: true }]);
  await countBadge(1);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(shown()).toEqual(Array(6).fill('1…'));
});

test('of two that count at once one asks again', async () => {
  frames.mockResolvedValue([{ codes, reading: true }]);
  await Promise.all([countBadge(1), countBadge(1)]);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(frames).toHaveBeenCalledTimes(3);
});

test('asks a page without codes once', async () => {
  frames.mockResolvedValue([{ codes: [], reading: true }]);
  await countBadge(1);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(shown()).toEqual(['']);
});
