import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getDiagnostics } from '../../core/diagnostics.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
const isUrlGranted = vi.fn(async () => true);
vi.mock('./host-permissions.ts', () => ({
  getAllMatchPatterns: async () => ['https://console.example/*'],
  isUrlGranted,
}));
const {
  getSenderSite,
  getSenderHost,
  getSenderFrame,
  isFrameAllowed,
  notifyExtensionPages,
  readFrameCodes,
  rescanOpenTabs,
} = await import('./tab-frames.ts');

type Sender = Parameters<typeof getSenderSite>[0];
const PAGE = 'https://business.facebook.com/inbox';
const PAGE_TAB = { url: PAGE } as NonNullable<Sender['tab']>;

test.each<[string, Sender, string]>([
  ['a page', { url: PAGE, origin: 'https://business.facebook.com' }, PAGE],
  [
    'a frame without an address',
    { url: 'about:srcdoc', origin: 'https://business.facebook.com' },
    'https://business.facebook.com',
  ],
  [
    'a blob',
    { url: 'blob:https://b.example/1', origin: 'https://b.example' },
    'https://b.example',
  ],
  [
    'a sandbox',
    { url: PAGE, origin: 'null', frameId: 0, tab: PAGE_TAB },
    'null',
  ],
  [
    'a frame without an origin',
    { url: 'about:blank', origin: 'null', tab: PAGE_TAB },
    'null',
  ],
  [
    'one document that went on to another address',
    {
      url: `${PAGE}/1`,
      origin: 'https://business.facebook.com',
      frameId: 0,
      tab: PAGE_TAB,
    },
    PAGE,
  ],
  [
    'a document that another site has just replaced',
    {
      url: 'https://a.example/1',
      origin: 'https://a.example',
      frameId: 0,
      tab: PAGE_TAB,
    },
    'https://a.example/1',
  ],
  ['what tells nothing', {}, 'null'],
])('%s has the site of its origin', (_, sender, address) => {
  expect(getSenderSite(sender)).toBe(address);
});

test('a frame without a site has no host to store a choice for', () => {
  expect(
    getSenderHost({ url: PAGE, origin: 'https://business.facebook.com' }),
  ).toBe('business.facebook.com');
  for (const origin of [{ origin: 'null' }, {}])
    expect(() =>
      getSenderHost({ url: 'about:srcdoc', tab: PAGE_TAB, ...origin }),
    ).toThrow('has no site');
});

test('a sandbox without a site has the permission and the pause of its tab, also at the top', async () => {
  vi.stubGlobal('chrome', fakeBrowser);
  const sandbox = {
    url: PAGE,
    origin: 'null',
    frameId: 0,
    tab: { ...PAGE_TAB, id: 3 },
  };
  expect(await isFrameAllowed(sandbox)).toBe(true);
  expect(isUrlGranted).toHaveBeenLastCalledWith(PAGE);
  await fakeBrowser.storage.local.set({
    settings: { pausedHosts: ['business.facebook.com'] },
  });
  expect(await isFrameAllowed(sandbox)).toBe(false);
  fakeBrowser.reset();
  vi.unstubAllGlobals();
});

afterEach(() => void vi.useRealTimers());

test('a tab that does not answer holds up no other', async () => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 3 },
    { id: 4 },
  ] as never);
  const executeScript = vi.fn(({ target }) =>
    target.tabId === 3 ? new Promise(() => {}) : Promise.resolve(),
  );
  Object.assign(fakeBrowser.scripting, { executeScript });
  const ended = vi.fn();
  void rescanOpenTabs().then(ended);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(executeScript).toHaveBeenCalledTimes(2);
  expect(ended).toHaveBeenCalled();
});

test.each([
  ['a frame that does not answer hides no codes of the page around it', false],
  ['a page that does not answer holds up nothing', true],
])('%s', async (_, isTopBusy) => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ url: PAGE } as never);
  const top = {
    codes: [{ code: '131047', key: 'meta/cloud/131047', count: 3 }],
    isReading: false,
  };
  const executeScript = ({
    target: { frameIds },
  }: {
    target: { frameIds?: number[] };
  }) =>
    frameIds?.join() === '0' && !isTopBusy
      ? Promise.resolve([{ result: top }])
      : new Promise(() => {});
  Object.assign(fakeBrowser.scripting, { executeScript });
  const read = readFrameCodes(3);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await read).toEqual([
    { codes: [], isReading: true },
    isTopBusy ? null : top,
  ]);
});

test('only pages have frames', () => {
  const tab = { id: 3 } as NonNullable<Sender['tab']>;
  expect(getSenderFrame({ tab, frameId: 0 })).toEqual({ tabId: 3, frameId: 0 });
  expect(() => getSenderFrame({ frameId: 0 })).toThrow();
});

test('no open page of the extension is no failure', async () => {
  const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  sendMessage.mockRejectedValue(new Error('Could not establish connection.'));
  notifyExtensionPages();
  await new Promise((done) => setTimeout(done));
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'codesChanged' });
  expect(getDiagnostics().failures).toEqual([]);
});

test('browsers can read the source of what runs in open tabs', async () => {
  const sent: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 1, discarded: false },
  ] as never);
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ func }: { func: () => unknown }) => {
      sent.push(String(func));
      return [];
    },
  });
  await rescanOpenTabs();
  expect(sent).toHaveLength(1);
  for (const source of sent)
    expect(() => new Function(`return (${source});`)).not.toThrow();
});
