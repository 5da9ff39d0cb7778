import { browser } from 'wxt/browser';
import { COMMANDS, type CommandName } from '../settings/commands.ts';

/** A command of the manifest with the keys that the browser gave it. */
export interface Shortcut {
  name: CommandName;
  /** `Alt+Shift+.`; empty where another extension has the keys, or the user took them away. */
  keys: string;
}

const SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, shortcut = '' }) =>
    name && name in COMMANDS
      ? [{ name: name as CommandName, keys: shortcut.replace(/Period|Comma/, (sign) => SIGNS[sign] ?? sign) }]
      : [],
  );
}

/** Where the browser lets its user change them: no page may do it. */
export async function openShortcutSettings(): Promise<void> {
  const { commands, tabs } = browser;
  // Only Firefox has a call for it, and only Chromium an address.
  const own = commands as typeof commands & { openShortcutSettings?: () => Promise<void> };
  if (own.openShortcutSettings) await own.openShortcutSettings();
  else await tabs.create({ url: 'chrome://extensions/shortcuts' });
}
