/**
 * Keyboard commands with their suggested keys. Chromium allows at most four suggestions, and none that it uses itself, such as Alt+Shift+P.
 * In Firefox on Linux, Alt and Shift with B, E, F, H, S, T or V open menus.
 */
export const COMMANDS = {
  'next-code': { text: 'Next error code on the page', key: 'Alt+Shift+Period' },
  'previous-code': {
    text: 'Previous error code on the page',
    key: 'Alt+Shift+Comma',
  },
  'open-panel': {
    text: 'Open the side panel with the codes on the page',
    key: 'Alt+Shift+E',
  },
  'pause-tab': {
    text: 'Pause or resume Errata in this tab',
    key: 'Alt+Shift+O',
  },
  'pause-site': { text: 'Pause or resume Errata on this site', key: null },
  _execute_action: { text: 'Open the popup to look up a code', key: null },
  'pause-everywhere': { text: 'Pause or resume Errata everywhere', key: null },
} as const;

export const FIREFOX_KEY_OVERRIDES: Readonly<Record<string, string>> = {
  'open-panel': 'Alt+Shift+P',
};
