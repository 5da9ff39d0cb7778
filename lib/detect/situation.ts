import { isDigit, isLetter } from './words/letters.ts';

/** How far rules look, and one unit more. */
export const LEFT = 91;
export const RIGHT = 121;
/** So many letters of a word that a window cuts are taken along. */
export const WORD = 44;
/** Units before the window: where the candidate stands in it, and what the caller adds. */
export const HEAD = 5;
const ID = 8;
const FOLDED = 1;
/** Of the scene in work. */
export const units = new Int32Array(HEAD + 512);

/**
 * Writes the surrounding of a candidate to `units`, behind `HEAD` units, so that two that no rule can tell apart are written the same: the
 * digits of times, of dates, of numbers of eight digits and more and of `worker-3]` become one sign each. Rules read a digit there
 * as a digit, whichever it is.
 *
 * @returns How many units; 0 where the surrounding is no good for that.
 */
export function fold(text: string, start: number, end: number): number {
  const from = wordStart(text, Math.max(0, start - LEFT));
  const to = wordEnd(text, Math.min(text.length, end + RIGHT));
  if (from < 0 || to < 0 || to - from > 512) return 0;
  units[0] = start - from;
  units[1] = end - start;
  let length = HEAD;
  let folds = 0;
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (at >= start && at < end) {
      units[length++] = unit;
      at++;
    } else if (isDigit(unit)) {
      const stop = at < start ? start : to;
      let next = at + 1;
      while (next < stop && isDigit(text.charCodeAt(next))) next++;
      const folded = isTold(text, from, at, next, to);
      if (folded) folds++;
      for (; at < next; at++) units[length++] = folded ? FOLDED : text.charCodeAt(at);
    } else {
      // What stands for a digit must be nothing else.
      if (unit === FOLDED) return 0;
      units[length++] = unit;
      at++;
    }
  }
  units[2] = folds > 0 ? 1 : 0;
  return length;
}

/** A run of digits of which only the length counts. Told from the window alone. */
export function isTold(text: string, from: number, start: number, end: number, to: number): boolean {
  const length = end - start;
  if (length >= ID) return true;
  const unit = (at: number) => (at >= from && at < to ? text.charCodeAt(at) : Number.NaN);
  const after = unit(end);
  const before = unit(start - 1);
  if (length <= 2) {
    // `09:12`
    if (after === 0x3a && isDigit(unit(end + 1))) return true;
    if (before === 0x3a && isDigit(unit(start - 2))) return after === 0x2e || after === 0x5a;
    // `-11-20T`, `-20T`
    if (before === 0x2d && isDigit(unit(start - 2)))
      return (after === 0x2d || after === 0x54) && isDigit(unit(end + 1));
    // `[worker-12]`
    return before === 0x2d && isLetter(unit(start - 2)) && after === 0x5d;
  }
  if (length === 3)
    return before === 0x2e && isDigit(unit(start - 2)) && after === 0x5a && !isLetter(unit(end + 1));
  return length === 4 && after === 0x2d && isDigit(unit(end + 1)) && unit(end + 3) === 0x2d;
}

function isWord(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

function wordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < WORD && isWord(text.charCodeAt(at - 1))) at--;
  return from - at < WORD ? at : -1;
}

function wordEnd(text: string, to: number): number {
  let at = to;
  while (at < text.length && at - to < WORD && isWord(text.charCodeAt(at))) at++;
  return at - to < WORD ? at : -1;
}
