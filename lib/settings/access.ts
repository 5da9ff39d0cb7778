import type { Console } from '../../data/schema.ts';

/** What a browser grants, as match patterns. It is asked each time, and no list of ours stands beside it. */
export interface Access {
  /** Granted now. */
  origins: readonly string[];
  /** Those of the manifest, granted or withheld. */
  required: readonly string[];
}

/** Every site. */
export const EVERYWHERE: readonly string[] = ['https://*/*', 'http://*/*'];

/** What to ask the browser for, so that Errata may work on a page's site: without a port, which Firefox knows none of, or a path, which no browser grants. */
export const patternAt = ({ protocol, hostname }: URL): string => `${protocol}//${hostname}/*`;

export const patternsOf = ({ hosts }: Pick<Console, 'hosts'>): string[] => hosts.map((host) => `${host}/*`);

/** Whether one of some patterns takes in all the hosts of another. Their paths do not count. */
export function isCovered(by: readonly string[], pattern: string): boolean {
  const inner = readPattern(pattern);
  return by.some((one) => {
    const outer = readPattern(one);
    const sameScheme = outer.scheme === '*' || outer.scheme === inner.scheme;
    return sameScheme && (outer.host === inner.host || isWithin(inner.host, outer.host));
  });
}

/** What the user granted besides the manifest. */
export const addedOrigins = ({ origins, required }: Access): string[] =>
  origins.filter((pattern) => isBroad(pattern) || !isCovered(required, pattern));

/** The pattern takes in every host. */
export const isBroad = (pattern: string): boolean => readPattern(pattern).host === '*';

/** The pattern takes in all pages of one host, or of a host and those below it. */
export const isWholeHost = (pattern: string): boolean => /^[^/]+\/\/[^/]+\/\*$/.test(pattern);

/** The hosts of a pattern as people write them: `crm.example`, `*.crm.example`. */
export const hostOf = (pattern: string): string => readPattern(pattern).host;

/** Where the page script runs besides the manifest's own matches. On a host that a console shares with other pages, on its paths alone. */
export function scriptMatches(access: Access, consoles: readonly Console[]): string[] {
  const matches = addedOrigins(access).flatMap((pattern) => {
    if (isBroad(pattern)) return /^https?:/.test(pattern) ? [pattern] : EVERYWHERE;
    const paths = sharedPaths(consoles.filter((known) => patternsOf(known).includes(pattern)));
    return paths?.map((path) => pattern.replace(/\/\*$/, path)) ?? [pattern];
  });
  return [...new Set(matches)].sort();
}

/** The paths of a host on which Errata works, where the host is a console's and other pages' too. Null where it is whole. */
export function pathsAt(url: URL, consoles: readonly Console[]): readonly string[] | null {
  return sharedPaths(consoles.filter((known) => isCovered(patternsOf(known), patternAt(url))));
}

function sharedPaths(consoles: readonly Console[]): string[] | null {
  if (consoles.length === 0 || consoles.some(({ paths }) => !paths)) return null;
  return consoles.flatMap(({ paths }) => paths ?? []);
}

export const isOnPath = (paths: readonly string[], path: string): boolean =>
  paths.some((pattern) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern));

function isWithin(host: string, outer: string): boolean {
  if (outer === '*') return true;
  if (!outer.startsWith('*.')) return false;
  const bare = host.replace(/^\*\./, '');
  return bare === outer.slice(2) || bare.endsWith(outer.slice(1));
}

function readPattern(pattern: string): { scheme: string; host: string } {
  if (pattern === '<all_urls>') return { scheme: '*', host: '*' };
  const [, scheme = '', host = ''] = /^([*a-z-]+):\/\/([^/]*)/.exec(pattern) ?? [];
  return { scheme, host };
}
