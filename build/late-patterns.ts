import { join } from 'node:path';
import { type Plugin, parseAst } from 'vite';

const MADE_BY = join(import.meta.dirname, '../lib/detect/late-pattern.ts').replaceAll('\\', '/');

/**
 * Writes the patterns that ask for `\p{…}` so that a browser makes each when it is first asked. It looks at a pattern as it reads a script,
 * and again as the script runs; the property tables make that dearer than all the rest of the engine.
 */
export function latePatterns(): Plugin {
  return {
    name: 'errata:late-patterns',
    enforce: 'post',
    transform: (code, id) => (/[\\/]lib[\\/][^?]*\.ts$/.test(id) ? withLatePatterns(code) : undefined),
  };
}

/** The code of a module with its patterns at its top; undefined where it has none. */
export function withLatePatterns(code: string): string | undefined {
  if (!code.includes('\\p{')) return undefined;
  const literals = patternsIn(parseAst(code));
  if (literals.length === 0) return undefined;
  let rest = code;
  const names = new Map<string, string>();
  for (const { start, end, regex } of literals.sort((a, b) => b.start - a.start)) {
    const made = `new LatePattern(${JSON.stringify(regex.pattern)}, ${JSON.stringify(regex.flags)})`;
    const name = names.get(made) ?? `latePattern${names.size}`;
    names.set(made, name);
    rest = rest.slice(0, start) + name + rest.slice(end);
  }
  const made = [...names].map(([pattern, name]) => `const ${name} = ${pattern};`);
  return [`import { LatePattern } from ${JSON.stringify(MADE_BY)};`, ...made, rest].join('\n');
}

interface PatternLiteral {
  start: number;
  end: number;
  regex: { pattern: string; flags: string };
}

/** Those with a state of their own stay: an object of its own for each use. */
function patternsIn(node: unknown): PatternLiteral[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isPattern(node))
    return node.regex.pattern.includes('\\p{') && !/[gyd]/.test(node.regex.flags) ? [node] : [];
  return Object.values(node).flatMap(patternsIn);
}

const isPattern = (node: object): node is PatternLiteral =>
  'regex' in node && 'start' in node && 'end' in node;
