// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type PageState } from '../../settings/settings.ts';
import { getOwnTexts } from './effective-settings.ts';
import {
  onFieldsChanged,
  readNotes,
  wasPersisted,
  watchPageSettings,
} from './page-settings.ts';

let allowed: boolean;
let heard: ((...heard: unknown[]) => void)[];
let life: AbortController;
let path: string;
const sendMessage = vi.fn(async () => ({ value: allowed }));
const site = () => ({ host: 'a.example', path });

beforeEach(() => {
  fakeBrowser.reset();
  path = '/crm/tickets';
  [allowed, heard, life] = [true, [], new AbortController()];
  vi.stubGlobal('chrome', {
    storage: fakeBrowser.storage,
    runtime: {
      id: 'errata',
      sendMessage,
      onMessage: {
        addListener: (listener: (typeof heard)[number]) => heard.push(listener),
        removeListener: (listener: (typeof heard)[number]) =>
          heard.splice(heard.indexOf(listener), 1),
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('notes of any shape are read, without characters that change their direction', async () => {
  const notes = { 1: 'a\u202eb\nc', 2: 5 };
  await fakeBrowser.storage.local.set({
    settings: { notes },
    managed: { policy: { notes: ['x\u2066y'] } },
  });
  expect(await readNotes()).toEqual({
    own: { 1: 'ab\nc' },
    managed: { 0: 'xy' },
  });
});

function follow(): { isOn: () => boolean | undefined } {
  let last: PageState | undefined;
  watchPageSettings(site, null, life.signal, (settings) => {
    last = settings;
  });
  return { isOn: () => last?.isOn };
}
const answer = vi.fn();
const tell = (message: unknown) => {
  for (const listener of heard) listener(message, {}, answer);
};

test('a frame is off while it may not mark, for any settings, and on again afterwards', async () => {
  const { isOn } = follow();
  await expect.poll(isOn).toBe(true);
  allowed = false;
  tell({ type: 'codesChanged' });
  expect(answer).not.toHaveBeenCalled();
  tell({ type: 'allowedChanged' });
  expect(answer).toHaveBeenCalledExactlyOnceWith({ value: location.href });
  await expect.poll(isOn).toBe(false);
  await fakeBrowser.storage.local.set({ settings: { hoverDelayMs: 500 } });
  expect(isOn()).toBe(false);
  allowed = true;
  tell({ type: 'allowedChanged' });
  await expect.poll(isOn).toBe(true);
});

test('an answer that a later one has overtaken changes nothing', async () => {
  const { isOn } = follow();
  await expect.poll(isOn).toBe(true);
  const late = Promise.withResolvers<{ value: boolean }>();
  sendMessage.mockReturnValueOnce(late.promise);
  tell({ type: 'allowedChanged' });
  allowed = false;
  tell({ type: 'allowedChanged' });
  await expect.poll(isOn).toBe(false);
  late.resolve({ value: true });
  await new Promise((done) => setTimeout(done, 10));
  expect(isOn()).toBe(false);
});

test('a paused part of a site has no marks; a page that navigates to another part has them', async () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const { isOn } = follow();
  await expect.poll(isOn).toBe(true);
  await fakeBrowser.storage.local.set({
    settings: { pausedHosts: ['a.example/cr', 'a.example/crm'] },
  });
  await expect.poll(isOn).toBe(false);
  path = '/mail';
  navigation.dispatchEvent(new Event('currententrychange'));
  await expect.poll(isOn).toBe(true);
  path = '/crm';
  navigation.dispatchEvent(new Event('currententrychange'));
  await expect.poll(isOn).toBe(false);
});

test('a frame that may not mark is off from the start', async () => {
  allowed = false;
  const seen = vi.fn();
  watchPageSettings(site, null, life.signal, ({ isOn }) => seen(isOn));
  await expect.poll(() => seen.mock.calls.length).toBeGreaterThan(0);
  expect(seen).not.toHaveBeenCalledWith(true);
});

test('a background that does not answer holds up no setting', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('chrome', {
    ...Reflect.get(globalThis, 'chrome'),
    runtime: {
      id: 'errata',
      sendMessage: () => new Promise(() => {}),
      onMessage: { addListener() {}, removeListener() {} },
    },
  });
  const { isOn } = follow();
  await vi.advanceTimersByTimeAsync(15_000);
  vi.useRealTimers();
  expect(isOn()).toBe(true);
});

test('no listener is called after the frame has ended', () => {
  follow();
  life.abort();
  expect(heard).toEqual([]);
});

test('changes made while the settings load are applied', async () => {
  await fakeBrowser.storage.local.set({ settings: { enabled: false } });
  const heard: boolean[] = [];
  const known = { isOn: true } as PageState;
  watchPageSettings(site, known, life.signal, ({ isOn }) => heard.push(isOn));
  await expect.poll(() => heard).toEqual([true, false]);
});

test('a choice is kept if it is stored, and reverted if storing fails', async () => {
  const suppression = {
    host: 'a.example',
    code: '1000',
    by: 'column',
    words: 'total',
  } as const;
  const provider = { host: 'a.example', provider: 'twilio' };
  expect(await wasPersisted({ suppression, on: true })).toBe(false);
  expect(await wasPersisted({ suppression, on: false })).toBe(true);
  const zone = { host: 'a.example', timeZone: 'Asia/Kolkata' };
  expect(await wasPersisted(provider)).toBe(false);
  expect(await wasPersisted(zone)).toBe(false);
  await fakeBrowser.storage.local.set({
    settings: {
      suppressions: [suppression],
      providerByHost: { 'a.example': 'twilio' },
      bySite: { 'a.example': { timeZone: 'Asia/Kolkata' } },
    },
  });
  expect(await wasPersisted({ suppression, on: true })).toBe(true);
  expect(await wasPersisted(zone)).toBe(true);
  expect(
    await wasPersisted({
      suppression: { ...suppression, host: 'b.example' },
      on: true,
    }),
  ).toBe(false);
  expect(await wasPersisted({ suppression, on: false })).toBe(false);
  expect(await wasPersisted(provider)).toBe(true);
  expect(await wasPersisted({ ...provider, provider: 'meta' })).toBe(false);
});

test('the texts of own codes are read from storage of any shape', () => {
  const ownCodes = [
    { code: 'E4711', wordings: ['quota used up', 7] },
    null,
    { code: 4 },
    { code: '42', wordings: 'x' },
  ];
  expect(getOwnTexts({ ownCodes })).toEqual(['E4711', 'quota used up', '42']);
  for (const stored of [null, 7, { ownCodes: 'x' }])
    expect(getOwnTexts(stored)).toEqual([]);
});

test('only a change of the wanted fields is reported, whether the user or the policy makes it', async () => {
  const changed = vi.fn();
  onFieldsChanged(['language', 'ownCodes', 'autoTranslate'], changed);
  const { local } = fakeBrowser.storage;
  await local.set({ settings: { enabled: false } });
  await local.set({ settings: { ...DEFAULT_SETTINGS, enabled: false } });
  expect(changed).not.toHaveBeenCalled();
  await local.set({
    settings: {
      ...DEFAULT_SETTINGS,
      enabled: false,
      ownCodes: [{ code: 'E1' }],
    },
  });
  expect(changed).toHaveBeenCalledTimes(1);
  await local.set({ managed: { policy: { openPinned: true } } });
  expect(changed).toHaveBeenCalledTimes(1);
  await local.set({ managed: { policy: { ownCodes: [{ code: 'E4711' }] } } });
  expect(changed).toHaveBeenCalledTimes(2);
});
