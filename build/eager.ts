import type { Plugin } from 'vite';

/** Scripts of which a page runs nearly all at once. */
const EAGER = new Set(['reader.js']);
/** To V8 (https://v8.dev/blog/explicit-compile-hints): read a function where it stands, and not a second time when it is called. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/** Without it a browser reads such a script twice: once for its outline, and each function again as it is called. */
export function eagerScripts(): Plugin {
  return {
    name: 'errata:eager',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && EAGER.has(chunk.fileName)) chunk.code = HINT + chunk.code;
    },
  };
}
