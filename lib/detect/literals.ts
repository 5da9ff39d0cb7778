import type { Span } from '../core/spans.ts';

type FoundLiteral = Span & { literal: string };

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const MAX_BLANKS = 9;

/** Finds texts of the team's own codes, as whole words of any case, the longest first, in linear time. */
export function createLiteralFinder(
  literals: readonly string[],
): (text: string) => readonly FoundLiteral[] {
  const byFirstWord = new Map<string, [literal: string, pattern: RegExp][]>();

  for (const literal of [...literals].sort((a, b) => b.length - a.length)) {
    const [first] = literal.match(WORD) ?? [];
    if (first === undefined) continue;

    const parts = literal
      .slice(literal.indexOf(first))
      .split(/\s+/)
      .map(escapeLiteral);

    const pattern = `${parts.join(`\\s{1,${MAX_BLANKS}}`)}(?![\\p{L}\\p{M}\\p{N}_]|[-.]\\d)`;
    const known = byFirstWord.get(first.toLowerCase()) ?? [];

    byFirstWord.set(first.toLowerCase(), [
      ...known,
      [literal, new RegExp(pattern, 'iuy')],
    ]);
  }

  return (text) => {
    const found: FoundLiteral[] = [];
    let free = 0;

    for (const { 0: word, index: start } of text.matchAll(WORD)) {
      if (start < free) continue;

      for (const [literal, pattern] of byFirstWord.get(word.toLowerCase()) ??
        []) {
        pattern.lastIndex = start;
        if (!pattern.test(text)) continue;
        free = pattern.lastIndex;
        found.push({ start, end: free, literal });
        break;
      }
    }

    return found;
  };
}

export const escapeLiteral = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
