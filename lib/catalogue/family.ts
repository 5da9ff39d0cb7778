import ranges from '../../data/ranges.json' with { type: 'json' };
import type { Entry } from '../../data/schema.ts';
import { rangeOf } from './by-code.ts';

const SYMBOLS: readonly (readonly [pattern: RegExp, tells: string])[] = [
  [/^EX_/, 'Symbols beginning with EX_ are statuses of Exotel.'],
  [/^EC_/, 'Symbols beginning with EC_ are errors of Infobip.'],
  [
    /^(REJECTED|UNDELIVERABLE|PENDING|EXPIRED|DELIVERED)_/,
    'Symbols of this form are message statuses of Infobip.',
  ],
  [/^RESTRICTED_/, "Symbols beginning with RESTRICTED_ are restrictions in Meta's account webhooks."],
  [/^E\d{5}$/, 'E and five digits is the form of the errors of Bird.'],
];

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
    const row = ranges.find(({ from, to }) => number >= from && number <= to);
    if (row) return row.tells;
    if (code.length === 7) return "Seven digits beside an error of the Graph API are one of Meta's subcodes.";
    return 'No list that Errata knows has codes in this range.';
  }
  const range = rangeOf(code);
  if (range) {
    const row = ranges.find(({ from, to }) => range.from >= from && range.to <= to);
    return row ? row.tells : 'A range of codes; those in it may belong to several lists.';
  }
  return (
    SYMBOLS.find(([pattern]) => pattern.test(code))?.[1] ??
    'No list that Errata knows has codes of this form.'
  );
}
