import { expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { readFrameCodes as ReadFrameCodes } from './tab-frames.ts';
import type { TabPage } from './tab-page.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.mock('./host-permissions.ts', () => ({
  onPermissionsChanged: vi.fn(),
  readHostAccess: async () => ({
    origins: ['https://console.example/*'],
    required: [],
  }),
}));
const readFrameCodes = vi.fn<typeof ReadFrameCodes>();
vi.mock('./tab-frames.ts', async (load) => ({
  ...(await load<typeof import('./tab-frames.ts')>()),
  readFrameCodes,
}));
const { mergePageCodes, onTabPageChanged, readTabPage } = await import(
  './tab-page.ts'
);

test('the same code in several frames is listed once, the most frequent first', () => {
  const frames = [
    { code: '131047', key: 'meta/cloud/131047', count: 3 },
    { code: '131026', key: 'meta/cloud/131026', count: 5 },
    { code: '131047', key: 'meta/cloud/131047', count: 4 },
  ];
  expect(mergePageCodes(frames)).toEqual([
    { code: '131047', key: 'meta/cloud/131047', count: 7 },
    { code: '131026', key: 'meta/cloud/131026', count: 5 },
  ]);
});

test('one code with two meanings on a page is listed twice', () => {
  const codes = [
    { code: '1003', key: 'gupshup/api/1003', count: 1 },
    { code: '1003', key: null, count: 1 },
  ];
  expect(mergePageCodes(codes)).toEqual(codes);
});

test('one code is as undecided as in its least certain place', () => {
  const ranked = (lead: number) => [
    { key: 'gupshup/api/1003', score: 1 + lead },
    { key: 'meta/onprem/1003', score: 1 },
  ];
  const codes = [4, 0.5, 2].map((lead) => ({
    code: '1003',
    key: 'gupshup/api/1003',
    count: 1,
    unmarked: 1,
    meanings: ranked(lead),
  }));
  expect(mergePageCodes(codes)).toEqual([
    {
      code: '1003',
      key: 'gupshup/api/1003',
      count: 3,
      unmarked: 3,
      meanings: ranked(0.5),
    },
  ]);
});

test('listeners hear of changed codes in the active tab and of another active tab, but not of other tabs', async () => {
  const changed = vi.fn();
  onTabPageChanged(() => ({ tabId: 3 }) as TabPage, changed);
  const tab = { id: 3, active: true } as Browser.tabs.Tab;
  const ignore = () => {};
  await fakeBrowser.runtime.onMessage.trigger(
    { type: 'codesChanged' },
    { tab: { ...tab, id: 4 } },
    ignore,
  );
  await fakeBrowser.runtime.onMessage.trigger(
    { type: 'detect' },
    { tab },
    ignore,
  );
  expect(changed).not.toHaveBeenCalled();
  await fakeBrowser.runtime.onMessage.trigger(
    { type: 'codesChanged' },
    { tab },
    ignore,
  );
  expect(changed).toHaveBeenCalledTimes(1);
  await fakeBrowser.tabs.onActivated.trigger({ tabId: 4, windowId: 1 });
  expect(changed).toHaveBeenCalledTimes(2);
});

test.each<
  [
    string,
    'loading' | 'complete',
    string,
    Awaited<ReturnType<typeof ReadFrameCodes>>,
    boolean,
  ]
>([
  [
    'a page that loads, before its script runs',
    'loading',
    'console',
    [null],
    true,
  ],
  [
    'a page that loads, before scripts may run',
    'loading',
    'console',
    null,
    true,
  ],
  [
    'a page that loads, once its script has read it',
    'loading',
    'console',
    [{ codes: [], isReading: false }],
    false,
  ],
  [
    'a page with one frame still to read',
    'complete',
    'console',
    [null, { codes: [], isReading: true }],
    true,
  ],
  ['a loaded page without our script', 'complete', 'console', [null], false],
  [
    'a page that loads on a site without access',
    'loading',
    'other',
    [null],
    false,
  ],
])('%s', async (_, status, host, frames, isReading) => {
  showTab(`https://${host}.example/inbox`, status);
  readFrameCodes.mockResolvedValue(frames);
  expect(await readTabPage()).toMatchObject({ isReading });
});

function showTab(url: string, status: 'loading' | 'complete'): void {
  const tab = {
    id: 3,
    index: 0,
    highlighted: false,
    active: true,
    pinned: false,
    incognito: false,
    status,
  };
  vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValue(
    undefined as never,
  );
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { ...tab, url },
  ] as never);
  Object.assign(fakeBrowser.extension, { getViews: () => [] });
  vi.stubGlobal('window', globalThis);
}
