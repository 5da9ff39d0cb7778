/** Keyboard commands with their suggested keys. Chromium allows at most four suggestions. */
export const COMMANDS = {
  'next-code': { text: 'Next error code on the page', key: 'Alt+Shift+Period' },
  'previous-code': { text: 'Previous error code on the page', key: 'Alt+Shift+Comma' },
  'open-panel': { text: 'Open the side panel with the codes of the page', key: 'Alt+Shift+E' },
  'pause-tab': { text: 'Pause Errata in this tab, or resume it', key: 'Alt+Shift+O' },
  'pause-site': { text: 'Pause Errata on this site, or resume it', key: null },
  _execute_action: { text: 'Open the popup to look a code up', key: null },
  'pause-everywhere': { text: 'Pause Errata everywhere, or resume it', key: null },
} as const;

export type CommandName = keyof typeof COMMANDS;
