import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabPage } from './tab-page.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.mock('./host-permissions.ts', () => ({ onPermissionsChanged: vi.fn() }));
const { mergePageCodes, onTabPageChanged } = await import('./tab-page.ts');

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

test('listeners hear of changed codes in the active tab and of another active tab, but not of other tabs', async () => {
  const changed = vi.fn();
  onTabPageChanged(() => ({ tabId: 3 }) as TabPage, changed);
  const tab = { id: 3, index: 0, highlighted: false, active: true, pinned: false, incognito: false };
  await fakeBrowser.runtime.onMessage.trigger({ type: 'codesChanged' }, { tab: { ...tab, id: 4 } });
  await fakeBrowser.runtime.onMessage.trigger({ type: 'detect' }, { tab });
  expect(changed).not.toHaveBeenCalled();
  await fakeBrowser.runtime.onMessage.trigger({ type: 'codesChanged' }, { tab });
  expect(changed).toHaveBeenCalledTimes(1);
  await fakeBrowser.tabs.onActivated.trigger({ tabId: 4, windowId: 1 });
  expect(changed).toHaveBeenCalledTimes(2);
});
