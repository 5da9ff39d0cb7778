import type { VendorConsole } from '../../data/schema.ts';

/** The host permissions of the extension, as match patterns. The browser is the source of truth; they are not stored. */
export interface HostAccess {
  origins: readonly string[];
  required: readonly string[];
}

export const ALL_SITES: readonly string[] = ['https://*/*', 'http://*/*'];

/** Has no path, which browsers ignore, and no port (Firefox: https://bugzilla.mozilla.org/show_bug.cgi?id=1468162). */
export const toMatchPattern = ({ protocol, hostname }: URL): string =>
  `${protocol}//${hostname}/*`;

export const getMatchPatterns = ({
  hosts,
}: Pick<VendorConsole, 'hosts'>): string[] => hosts.map((host) => `${host}/*`);

/** Whether one of some patterns includes all hosts of another. Ignores paths. */
export function isCovered(by: readonly string[], pattern: string): boolean {
  const inner = parsePattern(pattern);

  return by.some((one) => {
    const outer = parsePattern(one);
    const sameScheme = outer.scheme === '*' || outer.scheme === inner.scheme;

    return (
      sameScheme &&
      (outer.host === inner.host || isWithinHost(inner.host, outer.host))
    );
  });
}

export const getAddedOrigins = ({ origins, required }: HostAccess): string[] =>
  origins.filter(
    (pattern) => isEveryHost(pattern) || !isCovered(required, pattern),
  );

export const isEveryHost = (pattern: string): boolean =>
  parsePattern(pattern).host === '*';

export const isWholeHost = (pattern: string): boolean =>
  /^[^/]+\/\/[^/]+\/\*$/.test(pattern);

export const getPatternHost = (pattern: string): string =>
  parsePattern(pattern).host;

/** Returns the patterns for the page script in addition to the manifest's: only the consoles' paths if a host has no others. */
export function getScriptMatches(
  access: HostAccess,
  consoles: readonly VendorConsole[],
): string[] {
  const matches = getAddedOrigins(access).flatMap((pattern) => {
    if (isEveryHost(pattern))
      return /^https?:/.test(pattern) ? [pattern] : ALL_SITES;

    const paths = getSharedPaths(
      consoles.filter((known) => getMatchPatterns(known).includes(pattern)),
    );

    return paths?.map((path) => pattern.replace(/\/\*$/, path)) ?? [pattern];
  });

  return [...new Set(matches)].sort();
}

/** Returns the path patterns of the consoles on a host; null if Errata runs on the whole host. */
export const getSharedPathsAt = (
  url: URL,
  consoles: readonly VendorConsole[],
): readonly string[] | null =>
  getSharedPaths(
    consoles.filter((known) =>
      isCovered(getMatchPatterns(known), toMatchPattern(url)),
    ),
  );

function getSharedPaths(consoles: readonly VendorConsole[]): string[] | null {
  if (consoles.length === 0 || consoles.some(({ paths }) => !paths))
    return null;
  return consoles.flatMap(({ paths }) => paths ?? []);
}

export const isOnPath = (paths: readonly string[], path: string): boolean =>
  paths.some((pattern) =>
    pattern.endsWith('*')
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern,
  );

function isWithinHost(host: string, outer: string): boolean {
  if (outer === '*') return true;
  if (!outer.startsWith('*.')) return false;
  const bare = host.replace(/^\*\./, '');
  return bare === outer.slice(2) || bare.endsWith(outer.slice(1));
}

function parsePattern(pattern: string): { scheme: string; host: string } {
  if (pattern === '<all_urls>') return { scheme: '*', host: '*' };
  const [, scheme = '', host = ''] =
    /^([*a-z-]+):\/\/([^/]*)/.exec(pattern) ?? [];
  return { scheme, host };
}
