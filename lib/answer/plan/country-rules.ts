import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findRelated } from '../../catalogue/relations.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';

type DataRule = NonNullable<Entry['countries']>[number];

export interface CountryRule extends DataRule {
  /** The rule before its translation, for texts to others. */
  english?: DataRule;
}

const rulesByEntry = new WeakMap<Entry, readonly CountryRule[]>();

type RuleTexts = Pick<Entry, 'countries' | 'causes'>;

const readRules = ({ countries = [], causes = [] }: RuleTexts): DataRule[] =>
  countries.map((rule) => ({
    ...rule,
    next: rule.next ?? causes.find(({ id = '' }) => id === rule.cause)?.do,
  }));

function getOwnRules(entry: Entry): CountryRule[] {
  const english = readRules(entry.english ?? {});

  return readRules(entry).map((rule, at) => ({
    ...rule,
    ...(english[at] && { english: english[at] }),
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
