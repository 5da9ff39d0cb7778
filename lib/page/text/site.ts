import type { Site } from './surroundings.ts';

/**
 * Calls back on navigation within the document. Uses the Navigation API, which Firefox supports since 147
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1997962). Earlier versions do not call back.
 */
export function onLocationChanged(moved: () => void, options: AddEventListenerOptions): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', moved, options);
}

/**
 * Returns host and path of this frame. A frame without a URL of its own (`about:blank`, `srcdoc`) has those of its
 * parent, and a `blob:` frame the host that created it.
 */
export function getSite(provider: string | null): Site {
  const own = /^https?:$/.test(location.protocol) ? location.href : document.baseURI;
  const { hostname = '', pathname = '' } = URL.parse(own.replace(/^blob:/, '')) ?? {};
  return { host: hostname, path: pathname, provider };
}
