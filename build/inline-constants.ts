import { type Plugin, transformWithEsbuild } from 'vite';

/** What a prescan is made of, and what it shares with others. */
const OURS = /\/lib\/(?:page|bridge|dom|detect\/prefilter|detect\/digits)[^?]*\.ts$/;
/** A number that a module names for itself. */
const NAMED = /^const ([A-Z][A-Z\d_]*) = (0x[\da-f]+|\d[\d_]*(?:e\d+)?);$/gm;

/**
 * Writes named numbers where they are used. A name at the top of a script is one more variable for the browser to keep and to look up, before the
 * script does anything. The minifier leaves it there: it sees the script's modules only within one function, and in a module that imports others it
 * touches no name, as they may run before it.
 */
export function inlineConstants(): Plugin {
  return {
    name: 'errata:inline-constants',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!OURS.test(id)) return undefined;
      const define: Record<string, string> = {};
      const rest = code.replace(NAMED, (_, name: string, value: string) => {
        define[name] = String(Number(value.replaceAll('_', '')));
        return '';
      });
      return transformWithEsbuild(rest, id, { loader: 'js', minifySyntax: true, target: 'esnext', define });
    },
  };
}
