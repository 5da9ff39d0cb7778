import type { Span } from '../detect/hit.ts';
import { lineEnd, lineStart } from './lines.ts';
import { objectAround } from './object-around.ts';

/** How far a block reaches to either side, in UTF-16 units. */
export const REACH = 1_000;
/** Lines without braces that still belong to a code, to either side. */
const PROSE = 300;

/**
 * The text about one hit: the innermost object around it, else its line and the lines beside it, up to a blank line or the
 * next hit on either side. Details of one code must not explain another.
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

/** The innermost object around a hit, or around an object around it. */
export const objectOf = (text: string, { start, end }: Span, inner: Span = { start, end }) =>
  objectAround(text, inner, { start: start - REACH, end: end + REACH }, '{}');

/** `"field":"account_review_update","value":{…}`: what the object is about stands beside it. */
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

/** How deep in braces the end of a text is, seen from its beginning, and its least deep place. */
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
 * `object` where the first hit's object holds the second's (or is the same), `line` where both stand on one line outside of any
 * object, null where neither. Two objects of one array are beside each other.
 */
export function aroundBy(text: string, outer: Span, inner: Span): 'object' | 'line' | null {
  const forward = outer.start < inner.start;
  const [left, right] = forward ? [outer, inner] : [inner, outer];
  const between = text.slice(left.end, right.start);
  if (between.length > 2 * REACH) return null;
  const { depth, lowest } = depthsOf(between);
  // From the outer code inwards the depth never falls below its own; seen backwards, it ends at its lowest.
  const holds = forward ? lowest === 0 : depth === lowest;
  if (!holds) return null;
  const within = { start: outer.start - REACH, end: outer.start };
  if (objectAround(text, { start: outer.start, end: outer.start }, within, '{}')) return 'object';
  return between.includes('\n') ? null : 'line';
}
