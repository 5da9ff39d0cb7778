import type { ChangeSettings } from '../../lib/settings/changes.ts';
import { isLocked, type Managed, NO_POLICY, underPolicy } from '../../lib/settings/policy.ts';
import { DEFAULTS, type Settings } from '../../lib/settings/settings.ts';
import { createSettingsStore } from './settings-store.ts';

/** Settings in memory that behave like stored ones. For tests only. */
export function settingsInMemory(given: Partial<Settings> = {}, managed: Managed = NO_POLICY) {
  const store = createSettingsStore(seen({ ...DEFAULTS, ...given }));
  function seen(own: Settings) {
    return { settings: underPolicy(own, managed) as unknown as Settings, own, ...managed };
  }
  const settings = () => store.getState().own;
  const changeSettings: ChangeSettings = async (change) => {
    const free = Object.entries(change(settings())).filter(([field]) => !isLocked(managed.policy, field));
    store.setState(seen({ ...settings(), ...Object.fromEntries(free) }));
    return settings();
  };
  return { store, changeSettings, settings };
}
