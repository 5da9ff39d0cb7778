import type { VendorConsole } from '../data/schema.ts';

/** Returns the match patterns of the consoles that Errata runs on by default. `demo` mode adds loopback, for `npm run demo`. */
export function getBuiltinMatches(consoles: readonly VendorConsole[], mode: string): string[] {
  const matches = consoles
    .filter(({ access }) => access === 'builtin')
    .flatMap(({ hosts, paths }) =>
      hosts.flatMap((host) => (paths ?? ['/*']).map((path) => `${host}${path}`)),
    );
  if (mode === 'demo') matches.push('http://127.0.0.1/*');
  const wide = new Set(matches.filter((match) => match.endsWith('/*') && match.split('/').length === 4));
  return [...new Set(matches)].filter(
    (match) => wide.has(match) || !wide.has(`${match.split('/').slice(0, 3).join('/')}/*`),
  );
}
