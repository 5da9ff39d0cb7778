import { createStore } from 'zustand/vanilla';
import { DEFAULTS, type Settings } from '../../lib/settings/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings as a page sees them. */
export function createSettingsStore(settings: Settings) {
  return createStore<{ settings: Settings }>()(() => ({ settings }));
}

/** A store kept up to date with what is stored; the defaults where storage cannot be read. */
export async function openSettings(
  read: () => Promise<Settings>,
  watch: (changed: (settings: Settings) => void) => void,
): Promise<SettingsStore> {
  const store = createSettingsStore(await read().catch(() => DEFAULTS));
  watch((settings) => store.setState({ settings }));
  return store;
}
