import type { Span } from '../../core/spans.ts';

const MAX_UNITS = 8_000;
/** A line break in a string, escaped once or more. */
const ESCAPED_BREAK = /\\{1,8}n/;
/** A frame of a stack in a string, the last one perhaps with the bracket of the fields below it. */
const FRAME = /^\s{1,40}at \S/;

/** Returns true if a string has the message of an error with the first code, its stack, and its fields with the second. */
export function isInSameString(
  text: string,
  first: Span,
  second: Span,
): boolean {
  if (second.start - first.end > MAX_UNITS) return false;

  const between = text.slice(first.end, second.start);
  const fields = between.indexOf('{\\');
  if (fields < 0 || /(?<!\\)"/.test(between)) return false;

  const [, ...frames] = between.slice(0, fields).split(ESCAPED_BREAK);

  return frames.length > 0 && frames.every((line) => FRAME.test(line));
}
