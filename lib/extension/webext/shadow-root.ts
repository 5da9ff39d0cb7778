import { getBrowser } from './get-browser.ts';

/** Returns the open or closed shadow root of an element; null if there is none, or in an orphaned script. Never throws. */
export function getShadowRoot(host: Element): ShadowRoot | null {
  try {
    // Firefox only: https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot
    const { openOrClosedShadowRoot: root } = host as {
      openOrClosedShadowRoot?: ShadowRoot | null;
    };

    // Chromium's `dom.openOrClosedShadowRoot` throws for an element that is not an HTMLElement
    // (https://developer.chrome.com/docs/extensions/reference/api/dom).
    if (root !== undefined || !(host instanceof HTMLElement))
      return root ?? null;

    return getBrowser().dom?.openOrClosedShadowRoot(host) ?? null;
  } catch {
    return null;
  }
}
