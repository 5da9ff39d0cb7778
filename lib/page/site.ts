import type { Site } from './surroundings.ts';

/**
 * Host and path of this frame. A frame without an address of its own (`about:blank`, `srcdoc`) has those around it, and one of a `blob:` the
 * host that made it.
 */
export function siteOf(provider: string | null): Site {
  const own = /^https?:$/.test(location.protocol) ? location.href : document.baseURI;
  const { hostname = '', pathname = '' } = URL.parse(own.replace(/^blob:/, '')) ?? {};
  return { host: hostname, path: pathname, provider };
}
