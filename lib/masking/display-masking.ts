import calling from '../../data/calling-codes.json' with { type: 'json' };
import { formatCountry } from '../core/i18n/country-name.ts';
import { MASKS, type MaskedKind } from './mask-text.ts';

/**
 * Formats a message id for display. A `wamid` contains the customer's number in Base64, so only its country and length are shown:
 * `wamid, Brazil, 58 characters`. Ids of providers contain no number and are shown unchanged.
 */
export function maskMessageId(id: string): string {
  if (!id.startsWith('wamid.')) return id;
  const country = findCountry(findNumberInMessageId(id));
  return `wamid, ${country ? `${country.name}, ` : ''}${id.length.toLocaleString('en')} characters`;
}

/** Replaces each `wamid` in a text by its country and length. */
export const maskMessageIds = (text: string): string =>
  text.replace(/\bwamid\.[\w+/=-]+/g, maskMessageId);

/** Returns the text shown instead of a personal part. It still distinguishes two people. */
export function maskForDisplay(kind: MaskedKind, match: string): string {
  if (kind === 'phone') return maskPhoneNumber(match);
  return kind === 'message' && match.startsWith('wamid.')
    ? maskMessageId(match)
    : MASKS[kind];
}

/** Masks a phone number for display, as `+55 …21`: usually enough to distinguish two numbers. */
export function maskPhoneNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  const country = findCountry(digits.replace(/^00/, ''));
  const end = `…${digits.slice(-2)}`;
  return country ? `+${country.calling} ${end}` : end;
}

/** Returns the digits in a `wamid`: two bytes of type, one of length, then the number. Empty for other structures. */
function findNumberInMessageId(id: string): string {
  try {
    const bytes = atob(
      id.slice('wamid.'.length, 'wamid.'.length + 32).replace(/=+$/, ''),
    );
    return /^\d{5,}/.exec(bytes.slice(3, 3 + bytes.charCodeAt(2)))?.[0] ?? '';
  } catch {
    return '';
  }
}

export const REGION_BY_CALLING_CODE: ReadonlyMap<string, string> = new Map(
  calling.codes.list
    .flatMap((line) => line.split(' '))
    .map((one) => [one.slice(0, -2), one.slice(-2)] as const),
);
export const REGION_BY_AREA: ReadonlyMap<string, string> = new Map(
  Object.entries(calling.areas.list).flatMap(([region, own]) =>
    own.split(' ').map((area) => [`1${area}`, region] as const),
  ),
);
/** Only for a complete +1 number. In a part, the area code is unknown. */
const LENGTH_OF_1 = 11;

/**
 * Returns the country of an international number by its calling code, or null: `55`, `BR`, `Brazil`. For a part of a +1 number, the
 * region is `US`, the most common.
 */
export function findCountry(digits: string) {
  for (const length of [3, 2, 1]) {
    const prefix = digits.slice(0, length);
    const main = REGION_BY_CALLING_CODE.get(prefix);
    if (!main) continue;

    const region =
      main === 'US' ? (REGION_BY_AREA.get(digits.slice(0, 4)) ?? main) : main;

    const calling = main === 'KZ' ? '7' : prefix;

    if (main === 'US' && digits.length !== LENGTH_OF_1)
      return { calling, region: main, name: 'North America' };

    return { calling, region, name: formatCountry(region, 'en') };
  }

  return null;
}
