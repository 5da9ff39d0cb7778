import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findRelated } from '../../catalogue/relations.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';

export type CountryRule = NonNullable<Entry['countries']>[number];

const rulesByEntry = new WeakMap<Entry, readonly CountryRule[]>();

function getOwnRules({ countries = [], causes = [] }: Entry): CountryRule[] {
  return countries.map((rule) => ({
    ...rule,
    next: rule.next ?? causes.find(({ id = '' }) => id === rule.cause)?.do,
  }));
}

/** Returns what holds for recipients of some countries. A provider's code has the rules of the code behind it. */
export const getCountryRules = (
  entry: Entry,
  { byKey }: Pick<Catalogue, 'byKey'>,
): readonly CountryRule[] =>
  getOrInsert(rulesByEntry, entry, () =>
    entry.countries
      ? getOwnRules(entry)
      : findRelated(['behind', 'successor'], entry, byKey).flatMap(getOwnRules),
  );

/** Returns the first rule for a country. One without a list holds for all others. */
export const findCountryRule = (
  rules: readonly CountryRule[],
  country: string,
): CountryRule | undefined =>
  rules.find((one) => one.in?.includes(country) ?? true);
