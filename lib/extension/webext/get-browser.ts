import type { browser } from 'wxt/browser';

/**
 * Returns the API lazily, because its first access takes long. Uses `chrome`: in Chromium's content scripts `browser` may be an element
 * of the page (https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object).
 */
export const getBrowser = (): typeof browser =>
  (globalThis as { chrome?: typeof browser }).chrome as typeof browser;
