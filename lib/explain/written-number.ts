import known from 'virtual:prefilter';
import { getCountries, Metadata, parsePhoneNumberFromString as parse } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import { looksOwn } from '../detect/form.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import { hasNumber, NUMBERS } from '../detect/prefilter-pack.ts';

type Country = ReturnType<typeof getCountries>[number];

/** A national number may have so many digits before it: `0`, `8`, or a carrier's. */
const MOST_PREFIX = 3;

/** Countries whose numbers have so many digits, without a prefix. */
const BY_LENGTH = /* @__PURE__ */ countriesByLength();

function countriesByLength(): ReadonlyMap<number, readonly Country[]> {
  const found = new Map<number, Country[]>();
  const plans = new Metadata(metadata);
  for (const country of getCountries(metadata)) {
    plans.selectNumberingPlan(country);
    for (const length of plans.numberingPlan?.possibleLengths() ?? [])
      getOrInsert(found, length, (): Country[] => []).push(country);
  }
  return found;
}

/** Whether digits are an error code of the catalogue: lists of them look like phone numbers. */
export const isCode = (digits: string): boolean =>
  digits.length < String(NUMBERS).length
    ? !/^0(?:[1-9]|0\d{3})/.test(digits) && hasNumber(known.numbers, Number(digits))
    : looksOwn(digits);

/**
 * Whether these groups of digits are a phone number of some country as it is written there. After a plus or `00` the
 * grouping is anybody's. This module holds the numbering plans of the world: it is loaded when a text is to be masked, not before.
 */
export function isPhoneNumber(groups: readonly string[], isInternational: boolean): boolean {
  const digits = groups.join('');
  if (isInternational) return international(groups)?.isValid() ?? false;
  return (
    isInternationalWithoutPlus(groups) ||
    countriesOf(digits.length).some((country) => isNational(groups, digits, country))
  );
}

/** `+44 (0)20 …` has a zero that nobody dials. */
function international(groups: readonly string[]) {
  const [first = '', second, ...rest] = groups;
  const digits = (second === '0' ? [first, ...rest] : groups).join('');
  return parse(`+${digits.replace(/^00/, '')}`, metadata);
}

function isInternationalWithoutPlus(groups: readonly string[]): boolean {
  const number = international(groups);
  if (!number?.isValid()) return false;
  const [first = ''] = groups;
  return groups.length < 3
    ? groups.length === 1 || first === number.countryCallingCode
    : isGrouped(groups, number.formatInternational());
}

function isNational(groups: readonly string[], digits: string, country: Country): boolean {
  const number = parse(digits, { defaultCountry: country, extract: false }, metadata);
  if (!number?.isValid()) return false;
  const withoutCode = number.formatInternational().slice(number.countryCallingCode.length + 1);
  return groups.length === 1 || isGrouped(groups, number.formatNational()) || isGrouped(groups, withoutCode);
}

const isGrouped = (groups: readonly string[], written: string) =>
  groups.join(' ') === written.match(/\d+/g)?.join(' ');

function countriesOf(length: number): Country[] {
  const found = new Set<Country>();
  for (let prefix = 0; prefix <= MOST_PREFIX; prefix++)
    for (const country of BY_LENGTH.get(length - prefix) ?? []) found.add(country);
  return [...found];
}
