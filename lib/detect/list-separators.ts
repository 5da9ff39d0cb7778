import { isDigit } from '../core/letters.ts';
import { isCodeHeader } from '../structure/column-role.ts';
import {
  findLineEnd,
  findLineStart,
  getLineAfter,
  getLineBefore,
} from '../structure/lines.ts';

/** Separators between codes in lists, as opposed to amounts, dates and longer numbers. */

/** Returns true for a range of six-digit codes with the same first three digits: `132000–132015`. */
export function isRangeDash(text: string, dash: number): boolean {
  const [left, right] = measureDigitRuns(text, dash);
  const goesOn = /[-–]/.test((text[dash - 7] ?? '') + (text[dash + 7] ?? ''));

  return (
    left === 6 &&
    right === 6 &&
    !goesOn &&
    text.slice(dash - 6, dash - 3) === text.slice(dash + 1, dash + 4)
  );
}

/** `63018,77,2025-03-19,…`: a count, then a date or words. */
const ROW_AFTER_COMMA = /^,\d{1,6},(?:\d{4}-\d\d-\d\d|["']?\p{L}{2})/u;

/** Returns true for `undelivered,63024,1,-0.00500`, not for amounts: `failed,131,047`, `x,131047,50`. */
function isField(text: string, comma: number, digits: string): boolean {
  const start = text.startsWith(digits, comma + 1)
    ? comma + 1
    : comma - digits.length;

  const after = text.slice(start + digits.length, start + digits.length + 22);

  if (digits.length < 5) return false;

  if (start === 0 || text[start - 1] === '\n')
    return ROW_AFTER_COMMA.test(after);

  if (text[start - 1] !== ',' || !after.startsWith(',')) return false;

  const before = text.slice(Math.max(0, start - 9), start - 1);

  // `IN,91,130472,User's …`: words before and after the two numbers.
  const isAmongWords =
    /[\p{L}"'],\d{1,3}$/u.test(before) && /^,["']?\p{L}/u.test(after);

  const leads = isAmongWords || /[\p{L}"']$|(?:^|[,\s])\d{4,7}$/u.test(before);

  return leads && !/^,\d{2,3}(?!\d)/.test(after.slice(0, 5));
}

const MAX_CSV_ROW_UNITS = 400;
/** A row with this many commas, of which some are next to something else than a digit, is not a list of amounts. */
const MIN_CSV_COMMAS = 4;
const MIN_WORD_COMMAS = 2;
const CSV_COMMA = /,(?=[^\d\s])|(?<=[^\d\s]),(?! )/g;

/** Returns true if the line of a comma is a row of CSV: `2026-11-28,5511987654321,FAILED,1004,a1b2,x`. */
function isCsvRow(text: string, comma: number): boolean {
  const row =
    getLineBefore(text, comma, MAX_CSV_ROW_UNITS) +
    getLineAfter(text, comma, MAX_CSV_ROW_UNITS);

  if (row.includes(', ') || row.split(',').length <= MIN_CSV_COMMAS)
    return false;

  if ((row.match(CSV_COMMA)?.length ?? 0) < MIN_WORD_COMMAS) return false;

  return !/[{}[\]()=:]/.test(row.replace(/\d:\d/g, ''));
}

const NUMBERS_OF_TWO = /^["']?\d{0,15}["']?,["']?\d{0,15}["']?\r?$/;
const NAMES_OF_TWO =
  /^["']?\p{L}[^,"'\n]{0,40}["']?,["']?\p{L}[^,"'\n]{0,40}["']?\r?$/u;
const MAX_ROWS_ABOVE = 200;

/** Returns true for a number below the name of codes, in a line of two numbers: `code,count`. */
function isCodeOfTwo(text: string, comma: number, digits: string): boolean {
  const [left] = measureDigitRuns(text, comma);
  const isFirst = text.slice(comma - left, comma) === digits;
  const column = isFirst ? 0 : 1;
  let start = findLineStart(text, comma);

  for (let row = 0; row <= MAX_ROWS_ABOVE; row++) {
    const line = text.slice(start, findLineEnd(text, start));
    if (NAMES_OF_TWO.test(line))
      return row > 0 && isCodeHeader(line.split(',')[column] ?? '');

    if (start === 0 || !NUMBERS_OF_TWO.test(line)) return false;
    start = findLineStart(text, start - 1);
  }

  return false;
}

const LIST_WITH_SMALL_CODES = /^,(?:\d{1,3},){1,4}\d{5,7},\d{5,7}(?!\d)/;

/** Returns true for a comma between codes: in `131000,131016` but not in `131,026` or `131047,50`. */
export function isListComma(
  text: string,
  comma: number,
  digits: string,
): boolean {
  if (isField(text, comma, digits) || isCsvRow(text, comma)) return true;
  if (isCodeOfTwo(text, comma, digits)) return true;

  const across = measureDigitRuns(text, comma);
  if (across[0] >= 4 && across[1] >= 4) return true;

  // `2,4,131000,131016`: long numbers follow, so it isn't an amount.
  if (
    across[0] <= 3 &&
    LIST_WITH_SMALL_CODES.test(text.slice(comma, comma + 40))
  )
    return true;

  if (
    across[1] >= 5 &&
    /^,\d{5}/.test(text.slice(comma + 1 + across[1], comma + 7 + across[1]))
  )
    return true;

  // `130429,131016,4,80007`
  const before = text.slice(
    Math.max(0, comma - across[0] - 40),
    comma - across[0],
  );

  if (/\d{5},\d{5,7},(?:\d{1,7},){0,3}$/.test(before)) return true;

  return (
    digits.length >= 3 && Math.max(...across) >= 5 && Math.min(...across) >= 3
  );
}

/** The only Graph code with a two-digit subcode. */
const PAIR_WITH_TWO_DIGITS = /^[^\d/.,]?100\/33(?:[^\d/%]|$)/;
const MAX_LIST_LENGTH = 24;

/** Returns true for a slash between codes: `470/131047` but not `13/10/2026` or `131/26`. */
export function isListSlash(
  text: string,
  slash: number,
  digits: string,
): boolean {
  if (PAIR_WITH_TWO_DIGITS.test(text.slice(Math.max(0, slash - 4), slash + 4)))
    return true;

  if (isLedRun(text, slash)) return true;

  if (FOUR_DIGIT_CODES.test(text.slice(Math.max(0, slash - 14), slash + 15)))
    return true;

  const [left, right] = measureDigitRuns(text, slash);

  return (
    digits.length >= 3 &&
    left >= 3 &&
    right >= 3 &&
    (left >= 5 || right >= 5 || (left === 3 && right === 3))
  );
}

/** `1006/1007/1008`, which can't be a date. */
const FOUR_DIGIT_CODES = /(?<![\d/.])[1-9]\d{3}(?:\/[1-9]\d{3}){2}(?![\d/%])/;

/** `Meta codes 1/2/4`: the word "codes" precedes the first. */
const CODE_LIST_BEFORE = /codes?\s(?:\d{1,3}\/){0,5}\d{1,3}$/i;
const CODE_LIST_AFTER = /^(?:\/\d{1,3}){1,5}(?![\d/%])/;

const isLedRun = (text: string, slash: number): boolean =>
  CODE_LIST_AFTER.test(text.slice(slash, slash + MAX_LIST_LENGTH)) &&
  CODE_LIST_BEFORE.test(
    text.slice(Math.max(0, slash - MAX_LIST_LENGTH), slash),
  );

/** Returns the lengths of the digit runs on both sides, up to 8. */
function measureDigitRuns(text: string, at: number): [number, number] {
  let left = 0;

  while (left < 8 && isDigit(text.charCodeAt(at - 1 - left))) left++;

  let right = 0;

  while (right < 8 && isDigit(text.charCodeAt(at + 1 + right))) right++;

  return [left, right];
}
