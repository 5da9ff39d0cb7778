import type { Alias, Plugin } from 'vite';

/** Replacements of React in a script that renders inside pages; see docs/decisions/013. */
const PREACT = {
  react: 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom/test-utils': 'preact/test-utils',
} as const;

/** Aliases for tests of the card, so that they run against Preact as shipped. */
export const PREACT_ALIASES: Alias[] = Object.entries(PREACT).map(
  ([name, replacement]) => ({
    find: new RegExp(`^${name}$`),
    replacement,
  }),
);

export function createPreactPlugin(): Plugin {
  let isCard = false;

  return {
    name: 'errata:preact-in-card',
    enforce: 'pre',
    configResolved({ build: { lib } }) {
      isCard =
        lib !== false &&
        lib !== undefined &&
        /[\\/]entrypoints[\\/]card\.ts$/.test(String(lib.entry));
    },
    async resolveId(id, importer) {
      if (!isCard || !isReplaced(id)) return undefined;

      const found = await this.resolve(PREACT[id], importer, {
        skipSelf: true,
      });

      // Fail, because otherwise React would silently be bundled instead.
      return (
        found ?? this.error(`${PREACT[id]} is not installed: run npm install`)
      );
    },
  };
}

const isReplaced = (id: string): id is keyof typeof PREACT =>
  Object.hasOwn(PREACT, id);
