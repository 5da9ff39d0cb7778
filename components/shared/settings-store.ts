import { createStore } from 'zustand/vanilla';
import type { Settings } from '../../lib/bridge/page-settings.ts';
import type * as settingsBridge from '../../lib/bridge/settings.ts';

/** What a page may do to the settings. Each acts at once, in every tab. */
export type SettingsActions = Pick<
  typeof settingsBridge,
  'changeSettings' | 'pauseHost' | 'setProvider' | 'setSilenced' | 'rememberLookUp' | 'forgetLookUps'
>;

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings as a page sees them. Whoever makes it keeps it up to date with what is stored. */
export function createSettingsStore(settings: Settings) {
  return createStore<{ settings: Settings }>()(() => ({ settings }));
}
