import type { Site } from './surroundings.ts';

/** Calls back when this document goes to another part of its site. Firefox tells of it since 147. */
export function onMoved(moved: () => void, options: AddEventListenerOptions): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', moved, options);
}

/**
 * Host and path of this frame. A frame without an address of its own (`about:blank`, `srcdoc`) has those around it, and one of a `blob:` the
 * host that made it.
 */
export function siteOf(provider: string | null): Site {
  const own = /^https?:$/.test(location.protocol) ? location.href : document.baseURI;
  const { hostname = '', pathname = '' } = URL.parse(own.replace(/^blob:/, '')) ?? {};
  return { host: hostname, path: pathname, provider };
}
