import calling from '../../data/calling-codes.json' with { type: 'json' };
import { getMask, type MaskedKind } from './masked.ts';

/**
 * A message id as it may be shown. A `wamid` holds the customer's number in Base64, so that country and length are all that is
 * told: `wamid, Brazil, 58 characters`. Ids of providers hold nobody's number and are shown as they are.
 */
export function maskMessageId(id: string): string {
  if (!id.startsWith('wamid.')) return id;
  const country = findCountry(findNumberInMessageId(id));
  return `wamid, ${country ? `${country.name}, ` : ''}${id.length.toLocaleString('en')} characters`;
}

/** A text as it may be shown: each `wamid` in it by country and length alone. */
export const maskMessageIds = (text: string): string => text.replace(/\bwamid\.[\w+/=-]+/g, maskMessageId);

/** What is shown in place of a part that tells of people: enough to tell two apart. */
export function maskForDisplay(kind: MaskedKind, match: string): string {
  if (kind === 'phone') return maskPhoneNumber(match);
  return kind === 'message' && match.startsWith('wamid.') ? maskMessageId(match) : getMask(kind);
}

/** A phone number as it may be shown: `+55 …21`, enough to tell two apart. */
export function maskPhoneNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  const country = findCountry(digits.replace(/^00/, ''));
  const end = `…${digits.slice(-2)}`;
  return country ? `+${country.calling} ${end}` : end;
}

/** The digits within a `wamid`: two bytes of type, one of length, then the number. Empty where it is built otherwise. */
function findNumberInMessageId(id: string): string {
  try {
    const bytes = atob(id.slice('wamid.'.length, 'wamid.'.length + 32).replace(/=+$/, ''));
    return /^\d{5,}/.exec(bytes.slice(3, 3 + bytes.charCodeAt(2)))?.[0] ?? '';
  } catch {
    return '';
  }
}

const { codes: callingCodes, areas } = calling;

const REGION = new Map(
  callingCodes.list
    .flatMap((line) => line.split(' '))
    .map((one) => [one.slice(0, -2), one.slice(-2)] as const),
);
const AREA: ReadonlyMap<string, string> = new Map(
  Object.entries(areas.list).flatMap(([region, own]) =>
    own.split(' ').map((area) => [`1${area}`, region] as const),
  ),
);
/** Of a whole number of +1: a part of one does not tell which digits are the area code. */
const LENGTH_OF_1 = 11;

export interface Country {
  /** `55`. */
  calling: string;
  /** `BR`. Of a part of a +1 number `US`, as most are. */
  region: string;
  /** `Brazil`. */
  name: string;
}

/** The country of an international number, by its first digits; null where no calling code fits. */
export function findCountry(digits: string): Country | null {
  for (const length of [3, 2, 1]) {
    const prefix = digits.slice(0, length);
    const region = REGION.get(prefix);
    if (!region) continue;
    if (region === 'US') return findNorthAmericanCountry(digits);
    return { calling: region === 'KZ' ? '7' : prefix, region, name: getRegionName(region) };
  }
  return null;
}

function findNorthAmericanCountry(digits: string): Country {
  if (digits.length !== LENGTH_OF_1) return { calling: '1', region: 'US', name: 'North America' };
  const region = AREA.get(digits.slice(0, 4)) ?? 'US';
  return { calling: '1', region, name: getRegionName(region) };
}

function getRegionName(region: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(region) ?? region;
}
