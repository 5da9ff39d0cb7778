import { createStore } from 'zustand/vanilla';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import type { StoredSettings } from '../../lib/webext/stored-settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export const createSettingsStore = (stored: StoredSettings) => createStore<StoredSettings>()(() => stored);

const DEFAULT_STORED_SETTINGS: StoredSettings = {
  settings: DEFAULT_SETTINGS,
  own: DEFAULT_SETTINGS,
  ...NO_POLICY,
};

/**
 * Creates a store that follows the stored settings, and loads the language. Falls back to the defaults if storage cannot be read. Reloads
 * the page if the language changes.
 *
 * @param speak Loads a language; null means the browser's.
 */
export async function loadSettingsStore(
  read: () => Promise<StoredSettings>,
  watch: (changed: (stored: StoredSettings) => void) => void,
  speak: (language: Settings['language']) => Promise<void>,
): Promise<SettingsStore> {
  const first = await read().catch(() => DEFAULT_STORED_SETTINGS);
  await speak(first.settings.language);
  const store = createSettingsStore(first);
  watch((stored) => {
    if (stored.settings.language !== first.settings.language) location.reload();
    else store.setState(stored);
  });
  return store;
}
