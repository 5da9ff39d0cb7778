import type { VendorConsole } from '../../data/schema.ts';

type ConsoleLocation = Pick<
  VendorConsole,
  'hosts' | 'paths' | 'provider' | 'codesOf'
>;

/** Returns the console of a page. An exact host precedes a wildcard, a matching path precedes none. */
export function findConsole<P extends ConsoleLocation>(
  consoles: readonly P[],
  host: string,
  path = '/',
): P | undefined {
  const scores = consoles.map(({ hosts, paths }) => {
    const score = Math.max(...hosts.map((pattern) => scoreHost(pattern, host)));
    return score && score + scorePath(paths, path);
  });

  return consoles[scores.indexOf(Math.max(1, ...scores))];
}

function scoreHost(pattern: string, host: string): number {
  const name = pattern.replace(/^https?:\/\//, '');
  if (name === host) return 4;

  return name.startsWith('*.') &&
    (host.endsWith(name.slice(1)) || host === name.slice(2))
    ? 2
    : 0;
}

function scorePath(paths: readonly string[] | undefined, path: string): number {
  if (!paths) return 0;
  return paths.some((pattern) => path.startsWith(pattern.replace(/\*$/, '')))
    ? 1
    : -1;
}
