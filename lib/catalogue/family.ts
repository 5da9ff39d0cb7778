import families from '../../data/families.json' with { type: 'json' };
import type { Entry } from '../../data/schema.ts';
import { rangeOf } from './by-code.ts';

/** What a number of a range tells, both ends included, and a symbol of a form. The first that fits counts. */
const { numbers: NUMBERS, symbols: SYMBOLS } = families;

/**
 * What the range or the shape of a code that the catalogue does not know tells of it, and no more than that.
 *
 * @returns A sentence, or two; always begins with `Not in the catalogue.`
 */
export function familyOf(code: string): string {
  return `Not in the catalogue. ${tellingOf(code)}`;
}

/** Subcodes of so many digits have ranges of their own; shorter ones are no codes, whatever codes stand in their range. */
const RANGED = 7;

/**
 * What is known of a subcode that the catalogue does not have with this code: with which code it has it, or what its range tells.
 *
 * @param elsewhere Entry that has the subcode with another code of the same provider.
 */
export function subcodeFamilyOf(code: string, subcode: string, elsewhere: Entry | undefined): string {
  if (elsewhere) {
    return `Subcode ${subcode} is not in the catalogue with ${code}; with ${elsewhere.code} it is “${elsewhere.title}”.`;
  }
  const range = subcode.length === RANGED ? ` ${tellingOf(subcode)}` : '';
  return `Subcode ${subcode} is not in the catalogue.${range}`;
}

/** The same without the words that the catalogue does not have it. */
export function tellingOf(code: string): string {
  if (/^\d{1,7}$/.test(code)) {
    const number = Number(code);
    const row = NUMBERS.find(({ from, to }) => number >= from && number <= to);
    if (row) return row.tells;
    if (code.length === 7) return "Seven digits next to a Graph API error are one of Meta's subcodes.";
    return 'No list known to Errata has codes in this range.';
  }
  const range = rangeOf(code);
  if (range) {
    const row = NUMBERS.find(({ from, to }) => range.from >= from && range.to <= to);
    return row ? row.tells : 'A range of codes, which may belong to several lists.';
  }
  return (
    SYMBOLS.find(({ pattern }) => new RegExp(pattern).test(code))?.tells ??
    'No list known to Errata has codes of this form.'
  );
}
