import { joinPatterns } from '../core/pattern-parts.ts';
import type { Span } from '../core/spans.ts';

export function findLineStart(text: string, at: number): number {
  // `lastIndexOf` takes a negative position for 0.
  return at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
}

/** Returns the offset at which the line ends: its line break or the end of the text. */
export function findLineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const MAX_ENTRY_LINES = 40;

/** Returns how many blanks a line begins with. */
export const measureIndent = (line: string): number =>
  line.length - line.trimStart().length;

/** Returns the indentation of the line that begins at an offset. A blank line ends an entry. */
function measureIndentAt(text: string, start: number): number {
  const line = text.slice(start, findLineEnd(text, start));
  return line.trim() === '' ? -1 : measureIndent(line);
}

/**
 * Returns the log entry of a line: for an indented line from the one that it continues, and with the lines below that
 * are indented deeper, such as a stack trace.
 */
export function findEntryAround(text: string, { start, end }: Span): Span {
  const indent = measureIndentAt(text, start);
  let head = start;
  let least = indent;

  for (
    let lines = 0;
    lines < MAX_ENTRY_LINES && head > 0 && least === indent && indent > 0;
    lines++
  ) {
    head = findLineStart(text, head - 1);
    least = Math.min(indent, measureIndentAt(text, head));
  }

  const isContinued = least >= 0 && least < indent;
  const limit = isContinued ? least : indent;
  let to = findLineEnd(text, end);

  for (
    let lines = 0;
    lines < MAX_ENTRY_LINES && measureIndentAt(text, to + 1) > limit;
    lines++
  )
    to = findLineEnd(text, to + 1);

  return { start: isContinued ? head : start, end: to };
}

/** A date or a time of day, but no phone number or amount. */
const ENTRY_START = joinPatterns([
  /^[^\w\n+]{0,3}/,
  [
    /\d{1,4}([-/.])\d{2}\1(?:\d{4}|\d{2})(?!\d)/,
    /\d{2}[-/.]\d{2}[ T]\d/,
    /\d{1,2}:\d{2}/,
    /[A-Z][a-z]{2} {1,2}\d{1,2}[ ,]+\d/,
  ],
]);
const MAX_ENTRY_START_UNITS = 24;

/** Returns true if a line has a time of its own, so that it begins an entry: what is above belongs to another one. */
export const startsEntry = (text: string, start = 0): boolean =>
  ENTRY_START.test(text.slice(start, start + MAX_ENTRY_START_UNITS));

/** Returns the lines from the last one that begins with a time, up to the next such line; null if there is none. */
export function findTimedEntry(text: string, at: number): Span | null {
  let start = findLineStart(text, at);

  while (start > 0 && !startsEntry(text, start))
    start = findLineStart(text, start - 1);

  if (!startsEntry(text, start)) return null;

  let end = findLineEnd(text, at);

  while (end < text.length && !startsEntry(text, end + 1))
    end = findLineEnd(text, end + 1);

  return { start, end };
}

/** Returns what precedes an offset in its line, at most `maxUnits` of it. */
export function getLineBefore(
  text: string,
  at: number,
  maxUnits = Number.POSITIVE_INFINITY,
): string {
  const before = text.slice(Math.max(0, at - maxUnits), at);
  return before.slice(findLineStart(before, before.length));
}

/** Returns the rest of the line at an offset, at most `maxUnits` of it. */
export function getLineAfter(
  text: string,
  at: number,
  maxUnits = Number.POSITIVE_INFINITY,
): string {
  const after = text.slice(at, at + maxUnits);
  return after.slice(0, findLineEnd(after, 0));
}

export const splitLines = (text: string): string[] => text.split('\n');

export function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    count++;
  return count;
}

/** Replaces a lone CR, which old programs export, with LF. Offsets stay valid. */
export function normalizeEOL(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Does the same for a stream of chunks. Holds back a CR at the end of a chunk, because the next chunk may begin with its LF. */
export function createEOLNormalizer(): (
  chunk: string,
  isLast: boolean,
) => string {
  let waiting = '';

  return (chunk, isLast) => {
    const text = waiting + chunk;
    waiting = text.endsWith('\r') && !isLast ? '\r' : '';
    return normalizeEOL(text.slice(0, text.length - waiting.length));
  };
}
