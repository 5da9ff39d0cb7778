import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/find-columns.ts';
import { getLineAfter, getLineBefore } from '../../structure/lines.ts';

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
  const isMessage =
    text.startsWith('(#', first.start - 2) && text[first.end] === ')';

  if (!isMessage || second.start - first.end > MAX_UNITS) return false;
  if (BLANK_LINE.test(text.slice(first.end, second.start))) return false;

  const before = getLineBefore(text, second.start);
  const name = NAME_BEFORE.exec(before)?.[1] ?? '';

  return (
    isCodeHeader(name) && NOTHING_AFTER.test(getLineAfter(text, second.end))
  );
}

/** Returns true if one of two equal codes is in the header of a response whose body has the other. */
export const isHeaderOfResponse = (
  text: string,
  first: Span,
  second: Span,
): boolean =>
  MESSAGE_HEADER.test(getLineBefore(text, first.start)) !==
  MESSAGE_HEADER.test(getLineBefore(text, second.start));
