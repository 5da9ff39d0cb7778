import type { Plugin } from 'vite';

const CONTENT = '\0virtual:wxt-content-script-isolated-world-entrypoint?';
const UNLISTED = '\0virtual:wxt-unlisted-script-entrypoint?';

/**
 * Starts the scripts that run in pages without WXT's wrapper. Its `ContentScriptContext` announces itself to every page, with the
 * extension's id: pages could tell that Errata is there, and some trip over messages that they do not know.
 *
 * What a content script does stands in a module that its entry imports, not in `main`.
 */
export function plainEntry(): Plugin {
  return {
    name: 'errata:plain-entry',
    enforce: 'pre',
    load(id) {
      if (id.startsWith(CONTENT)) return `import ${JSON.stringify(id.slice(CONTENT.length))};`;
      if (!id.startsWith(UNLISTED)) return undefined;
      return `import script from ${JSON.stringify(id.slice(UNLISTED.length))};\nscript.main();\nexport default undefined;`;
    },
  };
}
