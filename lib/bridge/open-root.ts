import { extension } from './extension.ts';

/** The shadow root of an element, closed ones too: both browsers let an extension see into them, each in its own way. Null in an orphan. */
export function openClosedRoot(host: Element): ShadowRoot | null {
  try {
    if ('openOrClosedShadowRoot' in host) return (host.openOrClosedShadowRoot as ShadowRoot | null) ?? null;
    return host instanceof HTMLElement ? (extension().dom?.openOrClosedShadowRoot(host) ?? null) : null;
  } catch {
    return null;
  }
}
