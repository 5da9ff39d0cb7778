import { toAsciiText } from '../core/digits.ts';
import type { Span } from '../core/spans.ts';

/** A whole number written in groups of digits: `131,047`, `1,31,047`, `131 047`, `131.047,00`. */
export interface GroupedNumber extends Span {
  /** Its digits, without signs and decimals. */
  digits: string;
  /** The sign between the groups. */
  sign: string;
}

/** Codes have up to seven digits, which are two or three groups. */
const MAX_DIGITS = 7;
/** Groups of three, and decimals that say nothing. */
const THREES =
  /[1-9]\d{0,2}([.,'’٬ ])\d{3}(?:\1\d{3})?(?:(?!\1)[.,]0{1,3})?(?!\d)/y;
/** As India groups six and seven digits: `1,31,047`. */
const LAKHS = /[1-9]\d?(,)\d\d,\d{3}(?:\.0{1,3})?(?!\d)/y;
const DECIMALS = /[.,]0{1,3}$/;
const MORE_GROUPS = /^[.,'’٬]\d/;
/** What encloses a value. A blank separates groups only if nothing else is in the cell, line or value. */
const BEFORE_VALUE = /(?:^|[\n\t|:=>"'`(#[{])[^\S\n]{0,20}$/;
const AFTER_VALUE = /^[^\S\n]{0,20}(?:$|[\n\t|"'`)\]}])/;
const MAX_ENCLOSING_UNITS = 24;

/** Returns the number in groups that begins at the first digit of a text with ASCII digits and blanks, or null. */
export function readGroupedNumber(
  text: string,
  start: number,
): GroupedNumber | null {
  for (const form of [THREES, LAKHS]) {
    form.lastIndex = start;
    const [whole, sign = ''] = form.exec(text) ?? [];
    if (whole === undefined) continue;
    const end = start + whole.length;
    const digits = withoutDecimals(whole, sign).replace(/\D/g, '');
    const isWhole =
      digits.length <= MAX_DIGITS &&
      !MORE_GROUPS.test(text.slice(end, end + 2));
    if (isWhole && (sign !== ' ' || isWholeValue(text, start, end)))
      return {
        start,
        end,
        digits,
        sign,
      };
  }
  return null;
}

function withoutDecimals(number: string, sign: string): string {
  const decimals = DECIMALS.exec(number)?.[0] ?? '';
  return decimals.startsWith(sign)
    ? number
    : number.slice(0, number.length - decimals.length);
}

const isWholeValue = (text: string, start: number, end: number) =>
  BEFORE_VALUE.test(
    text.slice(Math.max(0, start - MAX_ENCLOSING_UNITS), start),
  ) && AFTER_VALUE.test(text.slice(end, end + MAX_ENCLOSING_UNITS));

const PLAIN = /^\d{1,7}(?:[.,]0{1,6})?$/;
/** With fewer digits, the number is rounded: `1e+05` was 100,001 or 99,990. */
const SCIENTIFIC = /^\d[.,]\d{3,8}e\+?0?\d$/i;

/** Returns the digits of a cell that is a whole number in any notation: `131047.0`, `131,047`, `1.31047E+05`. Null for other cells. */
export function readWholeNumber(cell: string): string | null {
  const text = toAsciiText(cell).trim();
  const grouped = readGroupedNumber(text, 0);
  if (grouped?.end === text.length) return grouped.digits;
  if (PLAIN.test(text)) return text.replace(DECIMALS_OF_FLOAT, '');

  const value = SCIENTIFIC.test(text)
    ? Number(text.replace(',', '.'))
    : Number.NaN;
  return Number.isInteger(value) ? String(value) : null;
}

const DECIMALS_OF_FLOAT = /[.,]0+$/;
