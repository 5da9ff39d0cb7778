import { findFirstFrom } from '../../core/find-first-from.ts';
import type { Span } from '../../core/spans.ts';
import { findLineEnd, findLineStart } from '../../structure/lines.ts';

/** The line above the frames, which every printer of tracebacks keeps: Python, IPython, rich, stack_data. */
const HEAD = 'Traceback (most recent call last)';
const HEADS = /Traceback \(most recent call last\)/g;
/** A traceback with the values of its variables. */
const MAX_TRACEBACK_UNITS = 30_000;
/** The line of the exception, which ends the frames. They are indented or in a box, and values have `=`. */
const EXCEPTION_LINE = /^[\p{L}_][\w.<>]{0,120}(?::|$)/mu;
/** What joins the traceback of an exception to that of its cause. */
const CHAINED = /^\s{0,4}(?:During handling of|The above exception)/;

/**
 * Returns true if two equal codes are in one traceback, which quotes its source, its variables and its exception, or in it and
 * the line above, with which a logger begins its entry.
 */
export function isInOneTraceback(
  text: string,
  first: Span,
  second: Span,
): boolean {
  const head = findHeadFor(text, first);
  if (head === undefined || second.end - head > MAX_TRACEBACK_UNITS)
    return false;

  return second.end <= findTracebackEnd(text, head + HEAD.length);
}

/** Returns the head of the traceback that a code is in, or of the one that begins in the line below. */
function findHeadFor(text: string, code: Span): number | undefined {
  const heads = findHeads(text);
  const next = findFirstFrom(heads, code.start);
  const above = heads[next - 1];
  const below = heads[next];
  const isInside =
    above !== undefined &&
    code.end - above <= MAX_TRACEBACK_UNITS &&
    code.end <= findTracebackEnd(text, above + HEAD.length);

  if (isInside || below === undefined) return above;

  const lineBelow = findLineEnd(text, code.end) + 1;

  return findLineStart(text, below) === lineBelow ? below : above;
}

/** Of the last text, because callers ask about many places. */
let lastHeads = { text: '', heads: [] as readonly number[] };

function findHeads(text: string): readonly number[] {
  if (lastHeads.text !== text)
    lastHeads = {
      text,
      heads: Array.from(text.matchAll(HEADS), ({ index }) => index),
    };

  return lastHeads.heads;
}

/** Returns where the traceback ends whose frames begin at an offset. */
function findTracebackEnd(text: string, frames: number): number {
  const limit = Math.min(text.length, frames + MAX_TRACEBACK_UNITS);
  let end = frames;

  for (;;) {
    const rest = text.slice(findLineEnd(text, end) + 1, limit);
    const match = EXCEPTION_LINE.exec(rest);
    if (!match) return end === frames ? limit : end;

    end = findLineEnd(text, limit - rest.length + match.index);

    const below = text.slice(end, limit);
    const next = below.indexOf(HEAD);
    if (next < 0 || !CHAINED.test(below)) return end;

    end += next;
  }
}
