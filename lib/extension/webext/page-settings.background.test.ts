import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.stubGlobal('chrome', fakeBrowser);
const { onFieldsChanged, readPageSettingsAt } = await import(
  './page-settings.ts'
);

const storeSettings = (settings: unknown) =>
  fakeBrowser.storage.local.set({ settings });

test('a new policy notifies listeners', async () => {
  const changed = vi.fn();
  onFieldsChanged(['enabled', 'pausedHosts'], changed);
  await fakeBrowser.storage.local.set({
    managed: { policy: { pausedHosts: ['a.example'] } },
  });
  expect(changed).toHaveBeenCalledOnce();
  expect((await readPageSettingsAt('https://a.example/')).isOn).toBe(false);
});

beforeEach(() => fakeBrowser.reset());

test.each([
  ['another setting', { hoverDelayMs: 500 }, { hoverDelayMs: 100 }, 0],
  ['the first setting of all', undefined, { hoverDelayMs: 500 }, 0],
  ['what says the default', undefined, { enabled: true, pausedHosts: [] }, 0],
  ['the switch for all pages', { enabled: false }, { enabled: true }, 1],
  [
    'the switch of a host',
    { pausedHosts: ['a.example'] },
    { pausedHosts: [] },
    1,
  ],
])('%s is told as a switch, or is not', async (_, before, after, calls) => {
  if (before) await storeSettings(before);
  const changed = vi.fn();
  onFieldsChanged(['enabled', 'pausedHosts'], changed);
  await storeSettings(after);
  expect(changed).toHaveBeenCalledTimes(calls);
});

test('marks are shown at a URL unless they are off everywhere or on its host', async () => {
  const isOnAt = async (address: string) =>
    (await readPageSettingsAt(address)).isOn;
  const isOn = () => isOnAt('https://a.example/inbox?x#y');
  expect(await isOn()).toBe(true);
  await storeSettings({ pausedHosts: ['a.example'] });
  expect(await isOn()).toBe(false);
  expect(await isOnAt('https://b.example/')).toBe(true);
  expect(await isOnAt('')).toBe(true);
  await storeSettings({ enabled: false });
  expect(await isOnAt('')).toBe(false);
});

test('marks are shown if storage does not respond', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(
    new Error('broken'),
  );
  expect(await readPageSettingsAt('https://a.example/')).toMatchObject({
    isOn: true,
    hoverDelayMs: 200,
  });
});
