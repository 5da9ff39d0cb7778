import type { Plugin } from 'vite';

const ENTRIES = ['content-script-isolated-world-entrypoint', 'unlisted-script-entrypoint'].map(
  (name) => `\0virtual:wxt-${name}?`,
);

/**
 * Starts the scripts that run in pages without WXT's wrapper, which logs what the browser logs by itself. In a frame that holds no code it took as long as all
 * else of our start. Its `ContentScriptContext` also announces itself to every page, with the extension's id: pages could tell that Errata is
 * there, and some trip over messages that they do not know.
 */
export function plainEntry(): Plugin {
  return {
    name: 'errata:plain-entry',
    enforce: 'pre',
    load(id) {
      const entry = ENTRIES.find((known) => id.startsWith(known));
      if (entry === undefined) return undefined;
      return `import script from ${JSON.stringify(id.slice(entry.length))};\nscript.main();\nexport default undefined;`;
    },
  };
}
