import type { ChangeSettings } from '../../lib/settings/changes.ts';
import { DEFAULTS, type Settings } from '../../lib/settings/settings.ts';
import { createSettingsStore } from './settings-store.ts';

/** Settings in memory, that behave like those in storage. For tests only. */
export function settingsInMemory(given: Partial<Settings> = {}) {
  const store = createSettingsStore({ ...DEFAULTS, ...given });
  const settings = () => store.getState().settings;
  const changeSettings: ChangeSettings = async (change) => {
    store.setState({ settings: { ...settings(), ...change(settings()) } });
    return settings();
  };
  return { store, changeSettings, settings };
}
