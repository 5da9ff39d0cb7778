import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findRelated } from '../catalogue/relations.ts';
import { getOrInsert } from '../core/get-or-insert.ts';

/** Returns the plan that the code alone decides. A retired code has that of its only successor. */
export function getEntryPlan(entry: Pick<Entry, 'verdict' | 'success' | 'deprecated' | 'related'>) {
  const { success, deprecated, related = [] } = entry;
  const { turn, retry } = entry.verdict;
  if (success) return null;
  if (deprecated && related.filter(({ as }) => as === 'successor').length !== 1) return 'check';
  // Its reader has to look at something before the one more try.
  if (retry === 'once') return turn === 'you' ? 'fix' : 'now';
  return PLAN_BY_RETRY[retry];
}

const PLAN_BY_RETRY = { no: 'never', 'after-fix': 'fix', later: 'wait', backoff: 'slowly' } as const;

const rulesByEntry = new WeakMap<Entry, ReturnType<typeof getOwnRules>>();

const getOwnRules = ({ countries = [], causes = [] }: Entry) =>
  countries.map((rule) => ({
    ...rule,
    remedy: causes.find(({ id }) => id && id === rule.cause)?.do ?? null,
  }));

/** Returns what holds for recipients of some countries. A provider's code has the rules of the code behind it. */
export const getCountryRules = (entry: Entry, { byKey }: Pick<Catalogue, 'byKey'>) =>
  getOrInsert(rulesByEntry, entry, () =>
    entry.countries
      ? getOwnRules(entry)
      : findRelated(['behind', 'successor'], entry, byKey).flatMap(getOwnRules),
  );

export const findCountryRule = (rules: ReturnType<typeof getOwnRules>, country: string) =>
  rules.find((one) => one.in?.includes(country) ?? true);
