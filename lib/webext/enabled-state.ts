import { browser } from 'wxt/browser';
import { recordAndReturn } from '../core/diagnostics.ts';
import type { PageState } from '../settings/settings.ts';
import { MANAGED_KEY, readEffectiveSettings, SETTINGS_KEY } from './effective-settings.ts';
import { getEnabledStateKey, parsePageSettings } from './page-settings.ts';

type StorageChange = { oldValue?: unknown; newValue?: unknown };

/** Calls back when marks are switched on or off, everywhere or on a host. */
export function onEnabledChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, StorageChange>, area) => {
    const change = changes[SETTINGS_KEY];
    if (area !== 'local') return;
    if (changes[MANAGED_KEY] || getEnabledStateKey(change?.oldValue) !== getEnabledStateKey(change?.newValue))
      changed();
  });
}

/** Returns the settings of the page at an address; the defaults if storage cannot be read. */
export async function readPageSettingsAt(address: string): Promise<PageState> {
  const { hostname = '', pathname } = URL.parse(address) ?? {};
  return parsePageSettings(
    await readEffectiveSettings().catch(recordAndReturn('read-settings', {})),
    hostname,
    pathname,
  );
}
