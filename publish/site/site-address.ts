/** Returns the address of a site with a slash at its end. Null if pages cannot be at it: with a query, another scheme, a password. */
export function parseSiteAddress(text: string): string | null {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb) return null;

  const { origin, pathname } = url;
  // An empty query is none, but its sign would stay.
  const isBare = url.href === origin + pathname;

  return isBare ? url.href.replace(/\/?$/, '/') : null;
}
