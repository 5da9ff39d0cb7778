import type { Span } from '../../core/spans.ts';
import {
  findLineEnd,
  getLineAfter,
  getLineBefore,
  splitLines,
  startsEntry,
} from '../../structure/lines.ts';

const MAX_UNITS = 2_000;
/** A frame of a stack, and what .NET prints between two of them. */
const FRAME = /^\s{1,20}(?:at |--- )|^\s*$/;
const QUOTED_END = /["'`]?:?$/;
/** The stack of Python, which quotes its source. */
const TRACEBACK = /^Traceback \(most recent call last\)/m;
const CLASS_BEFORE =
  /^\s{0,20}[\w.$]{0,80}(?:Error|Exception)(?: \[[\w.]{1,60}\])?: /;

/** Returns true if the first line of a stack is printed twice: by a logger above it, or by a runtime below it. */
export function isRepeatedHead(
  text: string,
  first: Span,
  second: Span,
): boolean {
  const [one, other] = [first, second].map(({ start, end }) => ({
    before: getLineBefore(text, start, MAX_UNITS),
    // A logger quotes the message.
    after: getLineAfter(text, end, MAX_UNITS).trimEnd().replace(QUOTED_END, ''),
  }));

  if (!one || !other || one.after !== other.after) return false;
  if (startsEntry(other.before) || one.before === other.before) return false;

  const from = findLineEnd(text, first.end) + 1;
  const between = text.slice(from, second.start - other.before.length);
  const frames = splitLines(between).slice(0, -1);
  const isStack = frames.every((line) => FRAME.test(line));
  if (!isStack && !TRACEBACK.test(between)) return false;

  // Below its stack, the whole line is repeated after other words.
  return frames.length > 0
    ? other.before.endsWith(one.before)
    : CLASS_BEFORE.test(other.before) &&
        (isAboveFrame(text, second) || startsEntry(one.before));
}

function isAboveFrame(text: string, { end }: Span): boolean {
  const from = findLineEnd(text, end) + 1;

  return /^\s{1,20}at /.test(text.slice(from, from + 24));
}
