import type { Span } from '../detect/hit.ts';
import { lineEnd, lineStart } from './lines.ts';
import { objectAround } from './object-around.ts';

/** Maximum length of a block to each side of the code, in UTF-16 code units. */
export const REACH = 1_000;
/** Maximum length to each side in text without braces. */
const PROSE = 300;

/**
 * Returns the range of text that belongs to one hit: the innermost object around it, else its line and adjacent lines
 * up to a blank line or the next hit. Details of one code must not explain another.
 */
export function blockAround(text: string, hit: Span, before?: Span, after?: Span): string {
  const object = objectOf(text, hit);
  if (object) {
    const around = isValue(text, object) ? objectOf(text, hit, object) : null;
    const { start, end } = around ?? object;
    return text.slice(start, end);
  }
  return text.slice(...linesAround(text, hit, before, after));
}

/** Returns the innermost object around a hit, or around an object that contains it. */
export const objectOf = (text: string, { start, end }: Span, inner: Span = { start, end }) =>
  objectAround(text, inner, { start: start - REACH, end: end + REACH }, '{}');

/**
 * Returns true if the object is the value of a `value` key: `"field":"account_review_update","value":{…}`. Its sibling
 * keys describe it.
 */
const isValue = (text: string, { start }: Span) =>
  /["'\\]value["'\\]{1,4}\s{0,8}(?::|=>)\s{0,8}$/.test(text.slice(Math.max(0, start - 40), start));

function linesAround(text: string, { start, end }: Span, before?: Span, after?: Span): [number, number] {
  const own = [
    Math.max(lineStart(text, start), start - REACH),
    Math.min(lineEnd(text, end), end + REACH),
  ] as const;
  const above = text.slice(Math.max(0, own[0] - PROSE, before ? lineEnd(text, before.end) : 0), own[0]);
  const below = text.slice(
    own[1],
    Math.min(own[1] + PROSE, after ? lineStart(text, after.start) : text.length),
  );
  const gapAbove = above.lastIndexOf('\n\n');
  const gapBelow = below.indexOf('\n\n');
  return [
    own[0] - (gapAbove < 0 ? above.length : above.length - gapAbove - 2),
    own[1] + (gapBelow < 0 ? below.length : gapBelow),
  ];
}

/** Returns the brace depth at the end of a text relative to its start, and the lowest depth in between. */
export function depthsOf(text: string): { depth: number; lowest: number } {
  let depth = 0;
  let lowest = 0;
  for (const mark of text.match(/[{}]/g) ?? []) {
    if (mark === '{') depth++;
    else lowest = Math.min(lowest, --depth);
  }
  return { depth, lowest };
}

/**
 * Returns `object` if the innermost object of the first hit contains the second, `line` if both are on one line outside
 * any object, else null. Two objects in one array do not contain each other.
 */
export function aroundBy(text: string, outer: Span, inner: Span): 'object' | 'line' | null {
  const forward = outer.start < inner.start;
  const [left, right] = forward ? [outer, inner] : [inner, outer];
  const between = text.slice(left.end, right.start);
  if (between.length > 2 * REACH) return null;
  const { depth, lowest } = depthsOf(between);
  // Walking inwards from the outer code, the depth never drops below its start. Seen backwards, it ends at its lowest.
  const holds = forward ? lowest === 0 : depth === lowest;
  if (!holds) return null;
  const within = { start: outer.start - REACH, end: outer.start };
  if (objectAround(text, { start: outer.start, end: outer.start }, within, '{}')) return 'object';
  return between.includes('\n') ? null : 'line';
}
