import type { VendorConsole } from '../../data/schema.ts';

type ConsoleLocation = Pick<VendorConsole, 'hosts' | 'paths' | 'provider' | 'codesOf'>;

/** Returns the console of a page. An exact host precedes a wildcard, a matching path precedes none. */
export function findConsole<P extends ConsoleLocation>(
  consoles: readonly P[],
  host: string,
  path = '/',
): P | undefined {
  let best: P | undefined;
  let bestScore = 0;
  for (const vendorConsole of consoles) {
    const score = scoreHost(vendorConsole.hosts, host) + scorePath(vendorConsole.paths, path);
    if (scoreHost(vendorConsole.hosts, host) > 0 && score > bestScore) {
      best = vendorConsole;
      bestScore = score;
    }
  }
  return best;
}

function scoreHost(patterns: readonly string[], host: string): number {
  let score = 0;
  for (const pattern of patterns) {
    const name = pattern.replace(/^https?:\/\//, '');
    if (name === host) score = Math.max(score, 4);
    else if (name.startsWith('*.') && (host.endsWith(name.slice(1)) || host === name.slice(2)))
      score = Math.max(score, 2);
  }
  return score;
}

function scorePath(paths: readonly string[] | undefined, path: string): number {
  if (!paths) return 0;
  return paths.some((pattern) => path.startsWith(pattern.replace(/\*$/, ''))) ? 1 : -1;
}
