import { extension } from './extension.ts';

/** In Firefox. */
interface Seen {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, closed ones too: both browsers let an extension see into them, each in its own way. Null in an orphan. */
export function openClosedRoot(host: Element): ShadowRoot | null {
  try {
    const { openOrClosedShadowRoot: root } = host as Seen;
    // Chromium complains of an element that is none of HTML.
    if (root !== undefined || !(host instanceof HTMLElement)) return root ?? null;
    return extension().dom?.openOrClosedShadowRoot(host) ?? null;
  } catch {
    return null;
  }
}
