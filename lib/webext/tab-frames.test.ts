import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getDiagnostics } from '../core/diagnostics.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.mock('./host-permissions.ts', () => ({ getAllMatchPatterns: async () => ['https://console.example/*'] }));
const { getSenderUrl, getSenderFrame, notifyExtensionPages, readFrameCodes, rescanOpenTabs } = await import(
  './tab-frames.ts'
);

type Sender = Parameters<typeof getSenderUrl>[0];
const PAGE = 'https://business.facebook.com/inbox';

test.each<[string, Sender, string]>([
  ['a page', { url: PAGE, origin: 'https://business.facebook.com' }, PAGE],
  [
    'a frame without an address',
    { url: 'about:srcdoc', origin: 'https://business.facebook.com' },
    'https://business.facebook.com',
  ],
  [
    'a frame without an origin either',
    { url: 'about:blank', origin: 'null', tab: { url: PAGE } as NonNullable<Sender['tab']> },
    PAGE,
  ],
  [
    'one document that went on to another address',
    { url: `${PAGE}/1`, frameId: 0, tab: { url: PAGE } as NonNullable<Sender['tab']> },
    PAGE,
  ],
  ['what tells nothing', {}, ''],
])('%s has the address of the page around it', (_, sender, address) => {
  expect(getSenderUrl(sender)).toBe(address);
});

afterEach(() => void vi.useRealTimers());

test('a tab that does not answer holds up no other', async () => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 3 }, { id: 4 }] as never);
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
  const top = { codes: [{ code: '131047', key: 'meta/cloud/131047', count: 3 }], isReading: false };
  const executeScript = ({ target: { frameIds } }: { target: { frameIds?: number[] } }) =>
    frameIds?.join() === '0' && !isTopBusy ? Promise.resolve([{ result: top }]) : new Promise(() => {});
  Object.assign(fakeBrowser.scripting, { executeScript });
  const read = readFrameCodes(3);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await read).toEqual([{ codes: [], isReading: true }, isTopBusy ? null : top]);
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
