import { type Plugin, parseAst } from 'vite';

/** The scripts that every frame reads. */
const BARE = /^content-scripts\//;
/** What such a script does as it is read stands in this module, and calls what the others begin with. */
const AT_ONCE = /\/stand-by\.ts$/;
const BEGIN = 'begin';

/**
 * Writes a content script without the function around it, which a browser has to make and to call for as much as all that the few lines in it do.
 * Where the script has a module of what it does at once, all its other modules go into the function that it calls: a browser reads that for its
 * outline only, and closely in the task that calls it.
 */
export function bareScripts(): Plugin {
  return {
    name: 'errata:bare-scripts',
    apply: 'build',
    enforce: 'pre',
    renderChunk(code, { fileName, modules }) {
      if (!BARE.test(fileName)) return null;
      const atOnce = Object.entries(modules).find(([id]) => AT_ONCE.test(id))?.[1].code;
      return { code: bare(code, atOnce?.trim()), map: null };
    },
  };
}

/**
 * @param script One call of a function, `(function () { … })();`, as Rollup writes it.
 * @param atOnce The part of it that runs as it is read and calls `begin`, which the rest holds.
 * @throws Where the script looks otherwise.
 */
export function bare(script: string, atOnce = ''): string {
  const statements = bodyOf(parseAst(script)).filter(({ directive }) => directive === undefined);
  const body = script.slice(statements[0]?.start ?? 0, statements.at(-1)?.end ?? 0);
  if (!atOnce) return `"use strict";{${body}}`;
  const [before, after] = body.split(atOnce);
  if (after === undefined) throw new Error('A content script does nothing at once.');
  // The function within has the name first, and is all that is called from then on: a module runs once.
  const begun = `${BEGIN}Within`;
  return `"use strict";{let ${begun};${atOnce}\nfunction ${BEGIN}() {if (${begun}) return ${begun}();${before}${after}\nreturn (${begun} = ${BEGIN})();}}`;
}

interface Statement {
  start: number;
  end: number;
  directive?: string;
}

function bodyOf(program: unknown): Statement[] {
  const [call] = (program as { body: { expression?: { callee?: { body?: { body?: Statement[] } } } }[] })
    .body;
  const body = call?.expression?.callee?.body?.body;
  if (!body) throw new Error('A content script is no function that is called.');
  return body;
}
