import type { ChangeSettings } from '../../lib/settings/changes.ts';
import { applyPolicy, isLocked, type ManagedPolicy, NO_POLICY } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { createSettingsStore } from './settings-store.ts';

/** Settings in memory that behave like stored ones. For tests only. */
export function createSettingsInMemory(given: Partial<Settings> = {}, managed: ManagedPolicy = NO_POLICY) {
  const store = createSettingsStore(seen({ ...DEFAULT_SETTINGS, ...given }));
  function seen(own: Settings) {
    return { settings: applyPolicy(own, managed) as unknown as Settings, own, ...managed };
  }
  const settings = () => store.getState().own;
  const changeSettings: ChangeSettings = async (change) => {
    const free = Object.entries(change(settings())).filter(([field]) => !isLocked(managed.policy, field));
    store.setState(seen({ ...settings(), ...Object.fromEntries(free) }));
    return settings();
  };
  return { store, changeSettings, settings };
}
