import { createStore } from 'zustand/vanilla';
import type { StoredSettings } from '../../lib/bridge/stored-settings.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import { DEFAULTS } from '../../lib/settings/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings as a page sees them. */
export const createSettingsStore = (stored: StoredSettings) => createStore<StoredSettings>()(() => stored);

const NOTHING: StoredSettings = { settings: DEFAULTS, own: DEFAULTS, ...NO_POLICY };

/** A store kept up to date with what is stored; the defaults where storage cannot be read. */
export async function openSettings(
  read: () => Promise<StoredSettings>,
  watch: (changed: (stored: StoredSettings) => void) => void,
): Promise<SettingsStore> {
  const store = createSettingsStore(await read().catch(() => NOTHING));
  watch(store.setState);
  return store;
}
