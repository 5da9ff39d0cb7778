import { browser } from 'wxt/browser';
import { COMMANDS, type CommandName } from '../settings/commands.ts';

/** A command of the manifest with its current keyboard shortcut. */
export interface Shortcut {
  name: CommandName;
  /** `Alt+Shift+.`; empty if another extension uses the keys or the user removed the shortcut. */
  keys: string;
}

const KEY_SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, shortcut = '' }) =>
    name && name in COMMANDS
      ? [
          {
            name: name as CommandName,
            keys: shortcut.replace(/Period|Comma/, (sign) => KEY_SIGNS[sign] ?? sign),
          },
        ]
      : [],
  );
}

/** Opens the browser's page for keyboard shortcuts, which an extension cannot change itself. */
export async function openShortcutSettings(): Promise<void> {
  const { commands, tabs } = browser;
  // Firefox has a function for this, Chromium an address.
  const own = commands as typeof commands & { openShortcutSettings?: () => Promise<void> };
  if (own.openShortcutSettings) await own.openShortcutSettings();
  else await tabs.create({ url: 'chrome://extensions/shortcuts' });
}
