import { extension } from './extension.ts';

/** The shadow root of an element, closed ones too. Both browsers let an extension see into them, each in its own way. */
export function openClosedRoot(host: Element): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in host) return (host.openOrClosedShadowRoot as ShadowRoot | null) ?? null;
  return host instanceof HTMLElement ? (extension().dom?.openOrClosedShadowRoot(host) ?? null) : null;
}
