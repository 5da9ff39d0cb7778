import type { Alias, Plugin } from 'vite';

/** What a script that is rendered in a page takes instead of React; see docs/decisions/013. */
const PREACT = {
  react: 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom/test-utils': 'preact/test-utils',
} as const;

/** For tests of the card, so that they run on what is shipped. */
export const PREACT_ALIASES: Alias[] = Object.entries(PREACT).map(([name, replacement]) => ({
  find: new RegExp(`^${name}$`),
  replacement,
}));

/** Builds the card with Preact. The pages of the extension keep React. */
export function preactInCard(): Plugin {
  let isCard = false;
  return {
    name: 'errata:preact-in-card',
    enforce: 'pre',
    configResolved({ build: { lib } }) {
      isCard = lib !== false && lib !== undefined && /[\\/]entrypoints[\\/]card\.ts$/.test(String(lib.entry));
    },
    async resolveId(id, importer) {
      if (!isCard || !isReplaced(id)) return undefined;
      const found = await this.resolve(PREACT[id], importer, { skipSelf: true });
      // React would take its place unseen.
      return found ?? this.error(`${PREACT[id]} is not installed: run npm install`);
    },
  };
}

const isReplaced = (id: string): id is keyof typeof PREACT => Object.hasOwn(PREACT, id);
