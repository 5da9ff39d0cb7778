import families from '../../data/families.json' with { type: 'json' };
import type { Entry } from '../../data/schema.ts';
import { parseCodeRange } from '../core/code-map.ts';

/** Descriptions of number ranges (both bounds inclusive) and of symbol patterns. The first match wins. */
const { numbers: NUMBERS, symbols: SYMBOLS } = families;
const UNKNOWN_RANGE = 'No list known to Errata has codes in this range.';
const MAX_USERS = 5;

/**
 * Describes an unknown code by its range or form, in sentences that begin with `Not in the catalogue`.
 *
 * @param users Names of other providers' APIs that have the code.
 */
export function describeUnknownCode(
  code: string,
  users: readonly string[] = [],
): string {
  const range = describeCodeRange(code);

  if (users.length === 0) return `Not in the catalogue. ${range}`;

  const names = [...new Set(users)].slice(0, MAX_USERS).join(', ');

  return [
    'Not in the catalogue as a code of this provider.',
    ...(range === UNKNOWN_RANGE ? [] : [range]),
    `Check it by hand before you send again. The same number elsewhere: ${names}.`,
  ].join(' ');
}

/** Subcodes of this many digits have ranges of their own. The range table does not apply to shorter subcodes. */
const RANGED_SUBCODE_DIGITS = 7;

export function describeUnknownSubcode(
  code: string,
  subcode: string,
  elsewhere: Entry | undefined,
): string {
  if (elsewhere) {
    return `Subcode ${subcode} is not in the catalogue with ${code}; with ${elsewhere.code} it is “${elsewhere.title}”.`;
  }

  const range =
    subcode.length === RANGED_SUBCODE_DIGITS
      ? ` ${describeCodeRange(subcode)}`
      : '';

  return `Subcode ${subcode} is not in the catalogue.${range}`;
}

/** Describes a code, from its range or form, without the sentence that it is not in the catalogue. */
export function describeCodeRange(code: string): string {
  const isNumber = /^\d{1,7}$/.test(code);

  const range = isNumber
    ? { from: Number(code), to: Number(code) }
    : parseCodeRange(code);

  if (range && range.from <= range.to) {
    const row = NUMBERS.find(
      ({ from, to }) => range.from >= from && range.to <= to,
    );

    if (row) return row.tells;

    if (!isNumber)
      return 'This is a range of codes, which may belong to several lists.';

    if (code.length === 7)
      return "A seven-digit number next to a Graph API error is one of Meta's subcodes.";

    return UNKNOWN_RANGE;
  }

  return (
    SYMBOLS.find(({ pattern }) => new RegExp(pattern).test(code))?.tells ??
    'No list known to Errata has codes of this form.'
  );
}
