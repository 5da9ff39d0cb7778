import type { Settings } from '../../lib/bridge/page-settings.ts';
import { isSameSilence } from '../../lib/detect/silence.ts';
import { createSettingsStore, type SettingsActions } from './settings-store.ts';

/** Settings in memory, that behave like those in storage. For tests only. */
export function settingsInMemory(given: Partial<Settings> = {}) {
  const store = createSettingsStore({
    enabled: true,
    pausedHosts: [],
    hoverDelayMs: 200,
    openPinned: false,
    markStyle: 'underline',
    markStrength: 'normal',
    providerByHost: {},
    silenced: [],
    recent: { on: false, list: [] },
    ...given,
  });
  const settings = () => store.getState().settings;
  const change = async (fields: Partial<Settings>) => {
    store.setState({ settings: { ...settings(), ...fields } });
    return settings();
  };
  const actions: SettingsActions = {
    changeSettings: (changed) => change(changed(settings())),
    pauseHost(host, paused) {
      const others = settings().pausedHosts.filter((known) => known !== host);
      return change({ pausedHosts: paused ? [...others, host] : others });
    },
    setProvider(host, provider) {
      const { [host]: _, ...others } = settings().providerByHost;
      return change({ providerByHost: provider === null ? others : { ...others, [host]: provider } });
    },
    setSilenced(silence, on) {
      const others = settings().silenced.filter((known) => !isSameSilence(known, silence));
      return change({ silenced: on ? [silence, ...others] : others });
    },
    rememberLookUp(code) {
      const { recent } = settings();
      return change(recent.on ? { recent: { ...recent, list: [code, ...recent.list] } } : {});
    },
    forgetLookUps: () => change({ recent: { ...settings().recent, list: [] } }),
  };
  return { store, actions, settings };
}
