import { browser } from 'wxt/browser';

/** Opens the browser's page for keyboard shortcuts, which an extension cannot change itself. */
export async function openShortcutSettings(): Promise<void> {
  const { commands, tabs } = browser;
  // Firefox has a function for this, Chromium an address.
  const own = commands as typeof commands & { openShortcutSettings?: () => Promise<void> };
  if (own.openShortcutSettings) await own.openShortcutSettings();
  else await tabs.create({ url: 'chrome://extensions/shortcuts' });
}
