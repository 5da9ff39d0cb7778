import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** What React consists of for the card, and where `entrypoints/react.ts` leaves it. */
const PARTS = {
  react: 'core',
  'react/jsx-runtime': 'jsx',
  'react-dom': 'dom',
  'react-dom/client': 'client',
} as const;

const require = createRequire(import.meta.url);

/**
 * The card takes React from the frame, where `react.js` has left it: as one script they take longer to read than a frame lasts, and
 * the page can work in between. Other scripts and pages bundle it as usual.
 */
export function reactApart(): Plugin {
  let isCard = false;
  return {
    name: 'errata:react-apart',
    enforce: 'pre',
    configResolved({ build: { lib } }) {
      isCard = lib !== false && lib !== undefined && /[\\/]entrypoints[\\/]card\.ts$/.test(String(lib.entry));
    },
    resolveId: (id) => (isCard && Object.hasOwn(PARTS, id) ? `\0apart:${id}` : undefined),
    load(id) {
      const name = id.startsWith('\0apart:') ? id.slice('\0apart:'.length) : '';
      if (!isPart(name)) return undefined;
      const names = Object.keys(require(name)).filter((one) => /^[A-Za-z_]\w*$/.test(one));
      return [
        `const part = globalThis.errataReact.${PARTS[name]};`,
        'export default part;',
        ...names.map((one) => `export const ${one} = /* @__PURE__ */ (() => part.${one})();`),
      ].join('\n');
    },
  };
}

const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);
