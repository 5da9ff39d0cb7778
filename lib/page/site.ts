import type { Site } from './surroundings.ts';

/** Host and path of this frame. A frame without an address of its own (`about:blank`, `srcdoc`) has those around it. */
export function siteOf(provider: string | null): Site {
  const own = /^https?:$/.test(location.protocol) ? location.href : document.baseURI;
  const { hostname = '', pathname = '' } = URL.parse(own) ?? {};
  return { host: hostname, path: pathname, provider };
}
