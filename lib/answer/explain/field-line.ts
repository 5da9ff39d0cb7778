import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/column-role.ts';
import {
  getLineAfter,
  getLineBefore,
  splitLines,
} from '../../structure/lines.ts';

const MAX_UNITS = 2_000;
/** A name at the beginning of its line, after strokes and signs, and what is between it and its value: a sign, a type. */
const NAME_BEFORE = joinPatterns(
  [
    /^[^\p{L}\d]{0,40}/u,
    /([\p{L}_][\w.-]{0,40})[^\p{L}\d]{1,40}/u,
    // Its type.
    /(?:[a-z]{2,10}[^\p{L}\d]{1,4})?$/u,
  ],
  'u',
);
const LINE_NAME = /^[^\p{L}\d]{0,40}([\p{L}_][\w.-]{0,40})/u;
const NOTHING_AFTER = /^[^\p{L}\d]{0,40}(?:\w{1,40}>)?$/u;
const BLANK_LINE = /\n[^\S\n]{0,40}\n/;
/** The header of a response in which Graph repeats its message. */
const MESSAGE_HEADER = /www-authenticate["']?\s{0,4}[:=]/i;

/**
 * Returns true if Graph's message is followed by the field of its code, each in a line of its own, however the format marks
 * fields: `message = "(#131047) …"`, `code = 131047`.
 */
export function isMessageAndFieldLine(
  text: string,
  first: Span,
  second: Span,
): boolean {
  return (
    isPrintedByGraph(text, first) &&
    areNear(text, first, second) &&
    isCodeHeader(readLineName(text, second)) &&
    NOTHING_AFTER.test(getLineAfter(text, second.end))
  );
}

/** The same in alphabetical order, as many languages sort keys: `code = 131047`, `message = "(#131047) …"`. */
export function isFieldAndMessageLine(
  text: string,
  first: Span,
  second: Span,
): boolean {
  if (!isPrintedByGraph(text, second) || !areNear(text, first, second))
    return false;

  const name = readLineName(text, second);
  if (name === '' || !isCodeHeader(readLineName(text, first))) return false;

  // A code below such a line already has its message: the next record begins.
  const above = text.slice(Math.max(0, first.start - MAX_UNITS), first.start);
  const own = above.split(BLANK_LINE).at(-1) ?? '';

  return !splitLines(own).some((line) => LINE_NAME.exec(line)?.[1] === name);
}

const isPrintedByGraph = (text: string, { start, end }: Span) =>
  text.startsWith('(#', start - 2) && text[end] === ')';

const areNear = (text: string, first: Span, second: Span) =>
  second.start - first.end <= MAX_UNITS &&
  !BLANK_LINE.test(text.slice(first.end, second.start));

/** Returns the name with which the line of a value begins, or an empty string. */
const readLineName = (text: string, { start }: Span) =>
  NAME_BEFORE.exec(getLineBefore(text, start))?.[1] ?? '';

/** Returns true if one of two equal codes is in the header of a response whose body has the other. */
export const isHeaderOfResponse = (
  text: string,
  first: Span,
  second: Span,
): boolean =>
  MESSAGE_HEADER.test(getLineBefore(text, first.start)) !==
  MESSAGE_HEADER.test(getLineBefore(text, second.start));
