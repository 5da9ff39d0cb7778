import { countOf, isCounted } from './counting.ts';
import { numberIn } from './digits.ts';
import type { Scene } from './scene.ts';
import { isDigit, isLetter } from './words/letters.ts';

/** How far rules look, and one unit more. */
export const LEFT = 91;
export const RIGHT = 121;
/** So many letters of a word that a window cuts are taken along. */
export const WORD = 44;
/** Units before the window: where the candidate stands in it, and what the caller adds. */
export const HEAD = 5;
const FOLDED = 1;
/** Of the scene in work. */
export const units = new Int32Array(HEAD + 512);

/**
 * Writes the surrounding of a candidate to `units`, behind `HEAD` units, so that two that no rule can tell apart are written the same: digits
 * that do not count become one sign each; see `counting.ts`.
 *
 * @param all Figures count that rules do not know of.
 * @returns How many units; 0 where the surrounding is no good for that.
 */
export function fold(text: string, start: number, end: number, all: boolean): number {
  const from = wordStart(text, Math.max(0, start - LEFT));
  const to = wordEnd(text, Math.min(text.length, end + RIGHT));
  const code = Number(text.slice(start, end));
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
      const folded = !counts(text, from, at, next, to, all, code);
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

function counts(
  text: string,
  from: number,
  start: number,
  end: number,
  to: number,
  all: boolean,
  code: number,
): boolean {
  const how = countOf(text, from, start, end, to, all);
  return isCounted(how, numberIn(text, start, end), end - start, code);
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

/** So near to the end of a window what tells how a figure counts may be cut off. */
const EDGE = 8;

/**
 * What a rule quotes is the same wherever the surrounding comes again: its figures are the code, or count wherever this stands in the
 * windows. False where that cannot be seen.
 */
export function isTelling(quoted: string, { code, start, end, reading: { text } }: Scene): boolean {
  const figures = Array.from(quoted.matchAll(/\d+/g));
  // A shorter one may be part of a time.
  if (quoted === code || figures.every(([figure]) => figure === code && code.length >= 5)) return true;
  const from = Math.max(0, start - LEFT);
  const to = Math.min(text.length, end + RIGHT);
  const isKept = (first: number, last: number) => {
    if (first >= start && last <= end) return true;
    if ((from > 0 && first - from < EDGE) || (to < text.length && to - last < EDGE)) return false;
    const isWhole = !isDigit(text.charCodeAt(first - 1)) && !isDigit(text.charCodeAt(last));
    return isWhole && counts(text, 0, first, last, text.length, false, Number(code));
  };
  const windows = text.slice(from, to);
  let at = windows.indexOf(quoted);
  if (at < 0) return false;
  for (; at >= 0; at = windows.indexOf(quoted, at + 1)) {
    const begin = from + at;
    if (!figures.every(({ 0: { length }, index }) => isKept(begin + index, begin + index + length)))
      return false;
  }
  return true;
}
