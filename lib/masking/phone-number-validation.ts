import {
  getCountries,
  parsePhoneNumberFromString as parse,
} from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import { getOrInsert } from '../core/get-or-insert.ts';

type Country = ReturnType<typeof getCountries>[number];

/** Maximum number of digits before a national number: `0`, `8`, or a carrier's. */
const MAX_PREFIX_DIGITS = 3;

/** The first fields of a country in the metadata of libphonenumber-js. */
type PackedPlan = readonly [
  calling: string,
  prefix: string,
  pattern: string,
  lengths: readonly number[],
];

interface Plan {
  country: Country;
  national: RegExp;
}

const BY_LENGTH = /* @__PURE__ */ groupPlansByLength();

function groupPlansByLength(): ReadonlyMap<number, readonly Plan[]> {
  const found = new Map<number, Plan[]>();

  for (const country of getCountries(metadata)) {
    const [, , pattern, lengths] = metadata.countries[
      country
    ] as unknown as PackedPlan;

    const national = new RegExp(`^(?:${pattern})$`);

    for (const length of lengths)
      getOrInsert(found, length, (): Plan[] => []).push({ country, national });
  }

  return found;
}

/**
 * Returns true if these groups of digits are a phone number in the notation of some country. After a plus or `00`, any grouping counts.
 * This module contains all numbering plans, so it is loaded only when a text is masked.
 */
export function isPlausiblePhoneNumber(
  groups: readonly string[],
  isInternational: boolean,
): boolean {
  const digits = groups.join('');

  if (isInternational) return parseInternational(groups)?.isValid() ?? false;

  return (
    isInternationalWithoutPlus(groups) ||
    findCountries(digits).some((country) => isNational(groups, digits, country))
  );
}

/** `+44 (0)20 …` contains a zero that is not dialled. */
function parseInternational(groups: readonly string[]) {
  const [first = '', second, ...rest] = groups;
  const digits = (second === '0' ? [first, ...rest] : groups).join('');
  return parse(`+${digits.replace(/^00/, '')}`, metadata);
}

function isInternationalWithoutPlus(groups: readonly string[]): boolean {
  const number = parseInternational(groups);
  if (!number?.isValid()) return false;

  const [first = ''] = groups;

  return groups.length < 3
    ? groups.length === 1 || first === number.countryCallingCode
    : isGrouped(groups, number.formatInternational());
}

function isNational(
  groups: readonly string[],
  digits: string,
  country: Country,
): boolean {
  const number = parse(
    digits,
    { defaultCountry: country, extract: false },
    metadata,
  );

  if (!number?.isValid()) return false;

  const withoutCode = number
    .formatInternational()
    .slice(number.countryCallingCode.length + 1);

  return (
    groups.length === 1 ||
    isGrouped(groups, number.formatNational()) ||
    isGrouped(groups, withoutCode)
  );
}

const isGrouped = (groups: readonly string[], written: string) =>
  groups.join(' ') === written.match(/\d+/g)?.join(' ');

/** Returns the countries whose numbering plan fits. A cheap check before parsing, which is slow. */
function findCountries(digits: string): Country[] {
  const found = new Set<Country>();

  for (let prefix = 0; prefix <= MAX_PREFIX_DIGITS; prefix++)
    for (const { country, national } of BY_LENGTH.get(digits.length - prefix) ??
      [])
      if (national.test(digits.slice(prefix))) found.add(country);

  return [...found];
}
