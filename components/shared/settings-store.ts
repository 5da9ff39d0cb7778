import { createStore } from 'zustand/vanilla';
import type { StoredSettings } from '../../lib/bridge/stored-settings.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import { DEFAULTS, type Settings } from '../../lib/settings/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings as a page sees them. */
export const createSettingsStore = (stored: StoredSettings) => createStore<StoredSettings>()(() => stored);

const NOTHING: StoredSettings = { settings: DEFAULTS, own: DEFAULTS, ...NO_POLICY };

/**
 * A store kept up to date with what is stored; the defaults where storage cannot be read. The page is read again in another language.
 *
 * @param speak Opens a language; null is the browser's.
 */
export async function openSettings(
  read: () => Promise<StoredSettings>,
  watch: (changed: (stored: StoredSettings) => void) => void,
  speak: (language: Settings['language']) => Promise<void>,
): Promise<SettingsStore> {
  const first = await read().catch(() => NOTHING);
  await speak(first.settings.language);
  const store = createSettingsStore(first);
  watch((stored) => {
    if (stored.settings.language !== first.settings.language) location.reload();
    else store.setState(stored);
  });
  return store;
}
