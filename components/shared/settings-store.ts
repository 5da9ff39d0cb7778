import { createStore } from 'zustand/vanilla';
import type { Settings } from '../../lib/settings/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings as a page sees them. Whoever makes it keeps it up to date with what is stored. */
export function createSettingsStore(settings: Settings) {
  return createStore<{ settings: Settings }>()(() => ({ settings }));
}
