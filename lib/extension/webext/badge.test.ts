import { afterEach, expect, test, vi } from 'vitest';
import type { readFrameCodes } from './tab-frames.ts';

const setBadgeText = vi.fn();
const frames = vi.fn<typeof readFrameCodes>();
vi.mock('wxt/browser', () => ({
  browser: {
    action: { setBadgeText, setBadgeBackgroundColor: vi.fn() },
  },
}));
vi.mock('./tab-frames.ts', () => ({ readFrameCodes: frames }));
const { updateBadge } = await import('./badge.ts');

const codes = [{ code: '131047', key: 'meta/cloud/131047', count: 3 }];
const getShownTexts = () => setBadgeText.mock.calls.map(([{ text }]) => text);

afterEach(() => void vi.resetAllMocks());

const createDistinctCodes = (many: number) =>
  Array.from({ length: many }, (_, at) => ({
    code: String(at),
    key: null,
    count: 1,
  }));

test.each([
  [
    'the same code in two frames once',
    [
      { codes, isReading: false },
      { codes, isReading: false },
    ],
    '1',
  ],
  [
    'a number that two providers have once',
    [
      {
        codes: [
          ...codes,
          { code: '131047', key: 'twilio/api/131047', count: 1 },
        ],
        isReading: false,
      },
    ],
    '1',
  ],
  ['no code as nothing', [{ codes: [], isReading: false }], ''],
  ['a page that no script may enter as nothing', null, ''],
  [
    'as many as a badge has room for',
    [{ codes: createDistinctCodes(999), isReading: false }],
    '999',
  ],
  ['a part of them', [{ codes, isReading: true }], '1'],
  [
    'more than it has room for',
    [{ codes: createDistinctCodes(1_000), isReading: false }],
    '999+',
  ],
])('counts %s', async (_, given, text) => {
  frames.mockResolvedValue(given);
  await updateBadge(1);
  expect(getShownTexts()).toEqual([text]);
  // Both browsers show up to four characters without truncation.
  expect(text.length).toBeLessThanOrEqual(4);
});

test('ignores a tab that closes during the count', async () => {
  frames.mockResolvedValue([{ codes, isReading: false }]);
  setBadgeText.mockRejectedValueOnce(new Error('No tab with id: 1.'));
  await expect(updateBadge(1)).resolves.toBeUndefined();
});
