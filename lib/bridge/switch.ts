import { browser } from 'wxt/browser';
import { isOnAt, SETTINGS_KEY, switchesOf } from './page-settings.ts';

type Change = { oldValue?: unknown; newValue?: unknown };

/** Calls back when marks are switched on or off, everywhere or on a host. */
export function onSwitched(changed: () => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, Change>, area) => {
    const change = changes[SETTINGS_KEY];
    if (area !== 'local' || !change) return;
    if (switchesOf(change.oldValue) !== switchesOf(change.newValue)) changed();
  });
}

/** Marks are shown on the host of an address. Where storage does not answer, they are. */
export async function isOnAtAddress(address: string): Promise<boolean> {
  const stored = await browser.storage.local.get(SETTINGS_KEY).catch((): Record<string, unknown> => ({}));
  return isOnAt(stored[SETTINGS_KEY], URL.parse(address)?.hostname ?? '');
}
