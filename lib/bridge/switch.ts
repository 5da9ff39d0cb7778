import { browser } from 'wxt/browser';
import type { PageState } from '../page/page.ts';
import { MANAGED_KEY, pageSettings, readUnderPolicy, SETTINGS_KEY, switchesOf } from './page-settings.ts';

type Change = { oldValue?: unknown; newValue?: unknown };

/** Calls back when marks are switched on or off, everywhere or on a host. */
export function onSwitched(changed: () => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, Change>, area) => {
    const change = changes[SETTINGS_KEY];
    if (area !== 'local') return;
    if (changes[MANAGED_KEY] || switchesOf(change?.oldValue) !== switchesOf(change?.newValue)) changed();
  });
}

/** Returns the settings of the page at an address; the defaults if storage cannot be read. */
export async function settingsAtAddress(address: string): Promise<PageState> {
  const { hostname = '', pathname } = URL.parse(address) ?? {};
  return pageSettings(await readUnderPolicy().catch(() => ({})), hostname, pathname);
}
