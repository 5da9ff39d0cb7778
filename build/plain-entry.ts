import type { Plugin } from 'vite';

const CONTENT = '\0virtual:wxt-content-script-isolated-world-entrypoint?';
const UNLISTED = '\0virtual:wxt-unlisted-script-entrypoint?';

/**
 * Builds scripts that run in pages without WXT's wrapper. WXT's `ContentScriptContext` posts a message with the
 * extension's id to every page, so pages could detect Errata, and some fail on unknown messages.
 */
export function createPlainEntryPlugin(): Plugin {
  return {
    name: 'errata:plain-entry',
    enforce: 'pre',
    load(id) {
      if (id.startsWith(CONTENT))
        return `import ${JSON.stringify(id.slice(CONTENT.length))};`;
      if (!id.startsWith(UNLISTED)) return undefined;
      return `import script from ${JSON.stringify(id.slice(UNLISTED.length))};\nscript.main();\nexport default undefined;`;
    },
  };
}
