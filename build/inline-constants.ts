import { type Plugin, transformWithEsbuild } from 'vite';

/** What a lookout is made of, and what it shares with others. */
const OURS = /\/lib\/(?:page|bridge|detect\/first-look|detect\/digits)[^?]*\.ts$/;

/**
 * Writes named numbers where they are used. A name at the top of a script is one more variable for the browser to keep and to look up, before the
 * script does anything; the minifier leaves it there, as it sees the script's modules only within one function.
 */
export function inlineConstants(): Plugin {
  return {
    name: 'errata:inline-constants',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!OURS.test(id)) return undefined;
      return transformWithEsbuild(code, id, { loader: 'js', minifySyntax: true, target: 'esnext' });
    },
  };
}
