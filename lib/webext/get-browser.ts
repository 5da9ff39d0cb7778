import type { browser } from 'wxt/browser';

/**
 * Returns the WebExtension API lazily: its first access instantiates the API in the frame, which takes longer than
 * everything else that a content script does at startup. Uses `chrome`, which both browsers define. In Chromium's
 * content scripts `globalThis.browser` may be an element of the page with that id
 * (https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object).
 */
export function getBrowser(): typeof browser {
  return (globalThis as { chrome?: typeof browser }).chrome as typeof browser;
}
