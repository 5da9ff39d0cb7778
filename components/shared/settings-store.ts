import { createStore } from 'zustand/vanilla';
import { recordAndReturn } from '../../lib/core/diagnostics.ts';
import { LANGUAGE_CODES } from '../../lib/i18n/languages.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import type { StoredSettings } from '../../lib/webext/stored-settings.ts';
import { orFallback } from './or-fallback.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export const createSettingsStore = (stored: StoredSettings) => createStore<StoredSettings>()(() => stored);

const DEFAULT_STORED_SETTINGS: StoredSettings = {
  settings: DEFAULT_SETTINGS,
  own: DEFAULT_SETTINGS,
  ...NO_POLICY,
  isNewer: false,
};

/** Key in `localStorage`, which answers at once, of the language in the settings when they were last read. */
const LANGUAGE_KEY = 'language';

/** Returns undefined if the browser blocks the data of all sites, in which case each access throws. */
function getLocalStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Creates a store that follows the stored settings, and loads the language. Starts with the defaults if storage cannot be read or is slow,
 * as it may be for seconds after a browser start. Reloads the page if a setting changes that all of it depends on.
 *
 * @param speak Loads a language; null means the browser's.
 */
export async function loadSettingsStore(
  read: () => Promise<StoredSettings>,
  watch: (changed: (stored: StoredSettings) => void) => void,
  speak: (language: Settings['language']) => Promise<void>,
  reloadFor: readonly (keyof Settings)[] = ['language', 'ownCodes', 'autoTranslate'],
): Promise<SettingsStore> {
  const lastLanguage =
    LANGUAGE_CODES.find((code) => code === getLocalStorage()?.getItem(LANGUAGE_KEY)) ?? null;
  const unread = { ...DEFAULT_STORED_SETTINGS, settings: { ...DEFAULT_SETTINGS, language: lastLanguage } };
  const reading = read().catch(recordAndReturn('read-settings', DEFAULT_STORED_SETTINGS));
  const first = await orFallback(reading, unread, (late) => take(late));
  const { language } = first.settings;
  const store = createSettingsStore(first);
  const keepLanguage = ({ settings }: StoredSettings) =>
    getLocalStorage()?.setItem(LANGUAGE_KEY, settings.language ?? '');
  const take = (stored: StoredSettings) => {
    keepLanguage(stored);
    const { settings } = store.getState();
    const isOther = (field: keyof Settings) =>
      JSON.stringify(stored.settings[field]) !== JSON.stringify(settings[field]);
    if (reloadFor.some(isOther)) location.reload();
    else store.setState(stored);
  };
  if (first !== unread) keepLanguage(first);
  watch(take);
  await speak(language);
  return store;
}
