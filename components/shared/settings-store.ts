import { createStore } from 'zustand/vanilla';
import { recordAndReturn } from '../../lib/core/diagnostics.ts';
import { withTimeout } from '../../lib/core/retry-once.ts';
import type { StoredSettings } from '../../lib/extension/webext/stored-settings.ts';
import { NO_POLICY } from '../../lib/settings/apply-policy.ts';
import { parseSettings } from '../../lib/settings/parse-settings.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_VERSION,
  type Settings,
} from '../../lib/settings/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export const createSettingsStore = (stored: StoredSettings) =>
  createStore<StoredSettings>()(() => stored);

const DEFAULT_STORED_SETTINGS: StoredSettings = {
  settings: DEFAULT_SETTINGS,
  own: {},
  ...NO_POLICY,
};

const START_FIELDS = ['language', 'ownCodes', 'autoTranslate'] as const;
/** Key of these settings in `localStorage`, which answers at once, when they were last read. */
const START_KEY = `start-settings-${SETTINGS_VERSION}`;

/** Returns undefined if the browser blocks the data of all sites, in which case each access throws. */
function getLocalStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function readStartSettings(): Settings {
  try {
    const kept = JSON.parse(getLocalStorage()?.getItem(START_KEY) ?? '{}');

    return {
      ...DEFAULT_SETTINGS,
      ...parseSettings({ ...kept, version: SETTINGS_VERSION }).settings,
    };
  } catch {
    return DEFAULT_SETTINGS;
  }
}

function keepStartSettings({ settings }: StoredSettings): void {
  const kept = Object.fromEntries(
    START_FIELDS.map((field) => [field, settings[field]]),
  );
  getLocalStorage()?.setItem(START_KEY, JSON.stringify(kept));
}

/**
 * Creates a store that follows the stored settings, and loads the language. Starts with the last known language and own codes and the defaults of all
 * else if storage is slow, as it may be for seconds after a browser start. Reloads the page if a setting changes that all of it depends on.
 */
export async function loadSettingsStore(
  read: () => Promise<StoredSettings>,
  watch: (changed: (stored: StoredSettings) => void) => void,
  speak: (language: Settings['language']) => Promise<void>,
  reloadFor: readonly (keyof Settings)[] = START_FIELDS,
): Promise<SettingsStore> {
  const unread = { ...DEFAULT_STORED_SETTINGS, settings: readStartSettings() };

  const reading = read().catch(
    recordAndReturn('read-settings', DEFAULT_STORED_SETTINGS),
  );

  // Where nothing is kept, a slow storage would make the page reload without end.
  const first = await (getLocalStorage()
    ? orFallback(reading, unread, (late) => take(late))
    : reading);

  const { language } = first.settings;
  const store = createSettingsStore(first);

  let isReloading = false;

  const take = (stored: StoredSettings) => {
    keepStartSettings(stored);

    // The page that follows reads what is kept until then. Without this, Chromium 156 has crashed, and the service worker with it.
    if (isReloading) return;

    const { settings } = store.getState();

    const isOther = (field: keyof Settings) =>
      JSON.stringify(stored.settings[field]) !==
      JSON.stringify(settings[field]);

    isReloading = reloadFor.some(isOther);

    if (isReloading) location.reload();
    else store.setState(stored);
  };

  if (first !== unread) keepStartSettings(first);
  watch(take);
  await speak(language);

  return store;
}

/** How long a page waits for the browser before it paints, in milliseconds. */
const MAX_WAIT_MS = 100;

/** Returns the fallback if the promise is still pending after 100 ms, and calls back when it resolves later. */
export async function orFallback<T extends object>(
  asked: Promise<T>,
  fallback: T,
  late: (value: T) => void,
): Promise<T> {
  const inTime = await withTimeout(asked, MAX_WAIT_MS);
  if (inTime === null) void asked.then(late);
  return inTime ?? fallback;
}
