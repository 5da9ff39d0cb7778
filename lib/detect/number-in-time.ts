/**
 * Why a clock time is no code: a number is part of `14:02:47` if a colon with a digit on its other side is next to it.
 * Only numbers as long as a code and its subcode are both codes: `131026:2494073`.
 */
import { isDigit } from '../core/letters.ts';

/** Numbers up to this length are codes only if the catalogue has them. */
export const MAX_LISTED_DIGITS = 5;

const COLON = 0x3a;

/** A number between two offsets of a text, with the units next to it, or 0 at an edge. */
export interface NumberInText {
  text: string;
  start: number;
  end: number;
  from: number;
  to: number;
  length: number;
  /** True after a letter. */
  isInside: boolean;
  before: number;
  after: number;
}

/** The test of the prefilter, which reads units, because it runs for each number of a page. */
export function isInTime({
  text,
  start,
  end,
  from,
  to,
  length,
  before,
  after,
}: NumberInText): boolean {
  if (length > MAX_LISTED_DIGITS) return false;

  const leads =
    after === COLON && end + 1 < to && isDigit(text.charCodeAt(end + 1));

  const follows =
    before === COLON &&
    start - 1 !== from &&
    isDigit(text.charCodeAt(start - 2));

  return leads || follows;
}

/** Returns true if a number after a colon may be a code: no digit is before the colon, or a code of which it is the subcode. */
export function mayFollowColon(
  text: string,
  colon: number,
  digits: string,
): boolean {
  if (!isDigit(text.charCodeAt(colon - 1))) return true;

  return digits.length >= 6 && isCodeBefore(text, colon, digits);
}

/** Returns true if a number before a colon may be a code: no digit is after the colon, or its subcode. */
export function mayPrecedeColon(
  text: string,
  colon: number,
  digits: string,
): boolean {
  if (!isDigit(text.charCodeAt(colon + 1))) return true;

  const subcode = digits.length >= 6 ? /^\d{6,7}(?!\d)/ : /^\d{7}(?!\d)/;

  return subcode.test(text.slice(colon + 1, colon + 9));
}

/** Returns true for a code and its subcode: `131026:2494073`, `100:2388023`. */
function isCodeBefore(text: string, colon: number, digits: string): boolean {
  const isCode =
    digits.length === 7
      ? /(?<!\d)(?:\d{6,7}|(?<!:)[1-9]\d{2})$/
      : /(?<!\d)\d{6,7}$/;

  return isCode.test(text.slice(Math.max(0, colon - 8), colon));
}
