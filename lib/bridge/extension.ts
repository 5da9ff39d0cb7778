import type { browser } from 'wxt/browser';

/**
 * The browser's interface to extensions, asked for where it is needed and not before: at the first word of it the browser makes it for
 * this frame, which takes longer than all else that a content script does as it starts. By the name that both browsers know it by, and
 * that no page can take: in Chromium an element with that id is `browser`.
 */
export function extension(): typeof browser {
  return (globalThis as { chrome?: typeof browser }).chrome as typeof browser;
}
