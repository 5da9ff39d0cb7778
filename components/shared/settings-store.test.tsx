import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoredSettings } from '../../lib/extension/webext/stored-settings.ts';
import { NO_POLICY } from '../../lib/settings/apply-policy.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
} from '../../lib/settings/settings.ts';
import { testOwnCode } from '../../tests/fixtures/own-codes.ts';
import { loadSettingsStore } from './settings-store.ts';

const createStored = (fields: Partial<Settings>): StoredSettings => {
  const settings = { ...DEFAULT_SETTINGS, ...fields };
  return { settings, own: settings, ...NO_POLICY };
};
const speak = vi.fn(async () => {});
const watch = vi.fn();

async function load(reading: Promise<StoredSettings>) {
  const loading = loadSettingsStore(() => reading, watch, speak);
  await vi.advanceTimersByTimeAsync(250);
  return loading;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
  localStorage.clear();
});

test('a page starts with the defaults if storage does not respond', async () => {
  const store = await load(new Promise(() => {}));
  expect(store.getState().settings).toEqual(DEFAULT_SETTINGS);
});

test('settings and a policy are applied when they arrive', async () => {
  const { promise, resolve } = Promise.withResolvers<StoredSettings>();
  const store = await load(promise);
  const late = {
    ...createStored({ openPinned: true }),
    policy: { openPinned: true },
  };
  resolve(late);
  await vi.advanceTimersByTimeAsync(0);
  expect(store.getState()).toEqual(late);
});

test('a page without a response uses language and own codes of the previous one', async () => {
  await load(
    Promise.resolve(
      createStored({
        language: 'pt-BR',
        ownCodes: [testOwnCode],
        openPinned: true,
      }),
    ),
  );
  const store = await load(new Promise(() => {}));
  expect(speak.mock.calls).toEqual([['pt-BR'], ['pt-BR']]);
  expect(store.getState().settings).toEqual({
    ...DEFAULT_SETTINGS,
    language: 'pt-BR',
    ownCodes: [testOwnCode],
  });
});

test.each([
  '5',
  '"x"',
  '{ "language": 5, "ownCodes": [5], "autoTranslate": null }',
  '{',
])('what the previous page kept is ignored if it is %s', async (kept) => {
  await load(Promise.resolve(createStored({})));
  for (const key of Object.keys(localStorage)) localStorage.setItem(key, kept);
  const store = await load(new Promise(() => {}));
  expect(store.getState().settings).toEqual({
    ...DEFAULT_SETTINGS,
    ownCodes: [],
  });
});

test('storage that cannot be read leaves the defaults', async () => {
  const store = await load(Promise.reject(new Error('corrupt')));
  expect(store.getState().settings).toEqual(DEFAULT_SETTINGS);
});

test('a page reloads once, and what changes until then is kept for it', async () => {
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });

  try {
    await load(Promise.resolve(createStored({ language: 'en' })));
    const [take] = watch.mock.lastCall as [(stored: StoredSettings) => void];

    take(createStored({ language: 'id' }));
    take(createStored({ language: 'es' }));
    expect(reload).toHaveBeenCalledTimes(1);

    const next = await load(new Promise(() => {}));
    expect(next.getState().settings.language).toBe('es');
  } finally {
    vi.unstubAllGlobals();
  }
});
