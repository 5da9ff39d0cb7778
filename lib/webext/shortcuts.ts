import { browser } from 'wxt/browser';
import type { CommandName } from '../settings/commands.ts';

const KEY_SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** Returns the current keys of a command: `Alt+Shift+.`; empty if another extension uses them or the user removed the shortcut. */
export async function readShortcutKeys(command: CommandName): Promise<string> {
  const commands = await browser.commands.getAll();
  const keys = commands.find(({ name }) => name === command)?.shortcut ?? '';
  return keys.replace(/Period|Comma/, (sign) => KEY_SIGNS[sign] ?? sign);
}

/** Opens the browser's page for keyboard shortcuts, which an extension cannot change itself. */
export async function openShortcutSettings(): Promise<void> {
  const { commands, tabs } = browser;
  // Firefox has a function for this, Chromium an address.
  const own = commands as typeof commands & { openShortcutSettings?: () => Promise<void> };
  if (own.openShortcutSettings) await own.openShortcutSettings();
  else await tabs.create({ url: 'chrome://extensions/shortcuts' });
}
