import type { Span } from '../../core/spans.ts';
import { readNameBefore } from '../../structure/field-names.ts';
import {
  findLineEnd,
  findLineStart,
  findTimedEntry,
} from '../../structure/lines.ts';
import { findObjectAround } from '../../structure/object-around.ts';

/** Maximum length of a block to each side of the code, in UTF-16 code units. */
export const MAX_BLOCK_UNITS = 1_000;
const MAX_PROSE_UNITS = 300;

/** Returns the object around a hit, else its log entry, or its line and adjacent ones up to a blank line or the next hit. */
export function findBlockAround(
  text: string,
  hit: Span,
  before?: Span,
  after?: Span,
): string {
  const object = findObject(text, hit);
  if (object) {
    // `"field":"account_review_update","value":{…}`: the sibling keys describe it, if they belong to no other hit.
    const around =
      readNameBefore(text, object.start) !== null
        ? findObject(text, hit, object)
        : null;

    const isOwn =
      around &&
      !(before && before.end > around.start) &&
      !(after && after.start < around.end);

    const { start, end } = isOwn ? around : object;

    return text.slice(start, end);
  }

  return getLinesAround(text, hit, before, after);
}

export const findObject = (
  text: string,
  { start, end }: Span,
  inner: Span = { start, end },
) =>
  findObjectAround(
    text,
    inner,
    { start: start - MAX_BLOCK_UNITS, end: end + MAX_BLOCK_UNITS },
    '{}',
  );

/** Returns where an indented line ends, such as one of a folded text, and the offset itself in any other line. */
function endIndented(text: string, at: number): number {
  const isIndented = text.charAt(findLineStart(text, at)) === ' ';
  const end = isIndented ? findLineEnd(text, at) : at;

  return Math.min(end, at + MAX_PROSE_UNITS);
}

function getLinesAround(
  text: string,
  { start, end }: Span,
  before?: Span,
  after?: Span,
): string {
  const first = Math.max(findLineStart(text, start), start - MAX_BLOCK_UNITS);
  const last = Math.min(findLineEnd(text, end), end + MAX_BLOCK_UNITS);

  // The hits before and after can be in the same line.
  const from = Math.min(
    first,
    Math.max(
      0,
      first - MAX_PROSE_UNITS,
      before ? findLineEnd(text, before.end) : 0,
    ),
  );

  const to = Math.max(
    last,
    Math.min(
      endIndented(text, last + MAX_PROSE_UNITS),
      after ? findLineStart(text, after.start) : text.length,
    ),
  );

  const entry = findTimedEntry(text.slice(from, to), start - from);

  const above = text.slice(
    entry ? Math.min(from + entry.start, first) : from,
    first,
  );

  const [below = ''] = text
    .slice(last, entry ? Math.max(from + entry.end, last) : to)
    .split('\n\n', 1);

  const gap = above.lastIndexOf('\n\n');

  return (
    (gap < 0 ? above : above.slice(gap + 2)) + text.slice(first, last) + below
  );
}

/** Returns the brace depth at the end of a text relative to its start, and the lowest depth in between. */
export function measureDepth(text: string): { depth: number; lowest: number } {
  let depth = 0;
  let lowest = 0;

  for (const mark of text.match(/[{}]/g) ?? []) {
    if (mark === '{') depth++;
    else lowest = Math.min(lowest, --depth);
  }

  return { depth, lowest };
}

/** `object`: that of the first hit has the second. `line`: both are on one line outside any object. */
export function findSharedBlock(
  text: string,
  outer: Span,
  inner: Span,
): 'object' | 'line' | null {
  const [left, right] =
    outer.start < inner.start ? [outer, inner] : [inner, outer];

  if (right.start - left.end > 2 * MAX_BLOCK_UNITS) return null;

  const limits = {
    start: Math.min(outer.start - MAX_BLOCK_UNITS, left.start),
    end: right.end,
  };

  const object = findObjectAround(text, outer, limits, '{}');

  if (object)
    return object.start < left.start && object.end >= right.end
      ? 'object'
      : null;

  return text.slice(left.end, right.start).includes('\n') ? null : 'line';
}
