import { createStore } from 'zustand/vanilla';
import { DEFAULTS, type Settings } from '../../lib/settings/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings as a page sees them. */
export function createSettingsStore(settings: Settings) {
  return createStore<{ settings: Settings }>()(() => ({ settings }));
}

/**
 * A store kept up to date with what is stored; the defaults where storage cannot be read. The page is read again in another language.
 *
 * @param speak Opens a language; null is the browser's.
 */
export async function openSettings(
  read: () => Promise<Settings>,
  watch: (changed: (settings: Settings) => void) => void,
  speak: (language: Settings['language']) => Promise<void>,
): Promise<SettingsStore> {
  const first = await read().catch(() => DEFAULTS);
  await speak(first.language);
  const store = createSettingsStore(first);
  watch((settings) => {
    if (settings.language !== first.language) location.reload();
    else store.setState({ settings });
  });
  return store;
}
