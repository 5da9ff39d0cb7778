import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { codesOfFrames } from './tab-frames.ts';

const setBadgeText = vi.fn();
const setTitle = vi.fn();
const frames = vi.fn<typeof codesOfFrames>();
vi.mock('wxt/browser', () => ({
  browser: {
    i18n: { getMessage: () => '', getUILanguage: () => 'en' },
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

const distinct = (many: number) =>
  Array.from({ length: many }, (_, at) => ({ code: String(at), key: null, count: 1 }));

test.each([
  [
    'the same code in two frames once',
    [
      { codes, reading: false },
      { codes, reading: false },
    ],
    '1',
  ],
  [
    'a number that two providers have once',
    [{ codes: [...codes, { code: '131047', key: 'twilio/api/131047', count: 1 }], reading: false }],
    '1',
  ],
  ['no code as nothing', [{ codes: [], reading: false }], ''],
  ['a page that no script may enter as nothing', null, ''],
  ['as many as a badge has room for', [{ codes: distinct(999), reading: false }], '999'],
  ['a part of them', [{ codes: distinct(999), reading: true }], '999…'],
  ['more than it has room for', [{ codes: distinct(1_000), reading: false }], '999+'],
  ['more than it has room for while the page is read', [{ codes: distinct(1_000), reading: true }], '999+'],
])('counts %s', async (_, given, text) => {
  frames.mockResolvedValue(given);
  await countBadge(1);
  expect(shown()).toEqual([text]);
  // Both browsers show up to four characters without truncation.
  expect(text.length).toBeLessThanOrEqual(4);
});

test('tells how many places are only counted, and no more once all are underlined', async () => {
  frames.mockResolvedValueOnce([
    { codes: [{ code: '131047', key: null, count: 2_000, unmarked: 1_500 }], reading: false },
  ]);
  frames.mockResolvedValueOnce([{ codes, reading: false }]);
  await countBadge(1);
  await countBadge(1);
  expect(setTitle.mock.calls.map(([{ title }]) => title)).toEqual([
    'Errata: 1,500 of 2,000 places are counted but not underlined',
    'Errata',
  ]);
});

test('takes a tab that closes meanwhile as it is', async () => {
  frames.mockResolvedValue([{ codes, reading: false }]);
  setBadgeText.mockRejectedValueOnce(new Error('No tab with id: 1.'));
  await expect(countBadge(1)).resolves.toBeUndefined();
});

test('asks a page without codes once', async () => {
  frames.mockResolvedValue([{ codes: [], reading: true }]);
  await countBadge(1);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(shown()).toEqual(['']);
});
