import type { Entry, Plan, Retry } from '../../data/schema.ts';
import wording from '../../data/wording.json' with { type: 'json' };
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findRelated } from '../catalogue/relations.ts';
import { GUIDES_API } from '../core/entry-key.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { t } from '../i18n/translate.ts';

/** Returns the plan that the code alone decides. A retired code has that of its only successor, and a guide is to be checked. */
export function getEntryPlan(entry: CodeVerdict) {
  const { api, success, deprecated, related = [] } = entry;
  const { turn, retry } = entry.verdict;
  if (success) return null;
  if (api === GUIDES_API) return 'check';
  if (deprecated && related.filter(({ as }) => as === 'successor').length !== 1) return 'check';
  // Its reader has to look at something before the one more try.
  if (retry === 'once') return turn === 'you' ? 'fix' : 'now';
  return PLAN_BY_RETRY[retry];
}

export type CodeVerdict = Pick<Entry, 'verdict' | 'success' | 'deprecated' | 'related'> & { api?: string };

const PLAN_BY_RETRY = { no: 'never', 'after-fix': 'fix', later: 'wait', backoff: 'slowly' } as const;

/** Returns the plan once the wait is over. What somebody manages may be as before, unless it only syncs: then somebody looks. */
export const getPlanAfterWait = ({ class: about, verdict: { turn, retry } }: Entry): Plan =>
  retry === 'backoff' ? 'slowly' : about !== 'sync' && ['you', 'meta'].includes(turn) ? 'check' : 'now';

const rulesByEntry = new WeakMap<Entry, ReturnType<typeof getOwnRules>>();

const getOwnRules = ({ countries = [], causes = [] }: Entry) =>
  countries.map((one) => ({ ...one, next: one.next ?? causes.find(({ id = '' }) => id === one.cause)?.do }));

/** Returns what holds for recipients of some countries. A provider's code has the rules of the code behind it. */
export const getCountryRules = (entry: Entry, { byKey }: Pick<Catalogue, 'byKey'>) =>
  getOrInsert(rulesByEntry, entry, () =>
    entry.countries
      ? getOwnRules(entry)
      : findRelated(['behind', 'successor'], entry, byKey).flatMap(getOwnRules),
  );

export const findCountryRule = (rules: ReturnType<typeof getOwnRules>, country: string) =>
  rules.find((one) => one.in?.includes(country) ?? true);

const { plan: PLAN_TEXT } = wording;
const RETRIES: Record<string, Retry> = { now: 'once', fix: 'after-fix', never: 'no', check: 'after-fix' };

/** Returns the verdict for a program that sends again without a plan: what somebody has to check or fix is not sent before. */
export function getProgramVerdict(entry: Entry): Entry['verdict'] {
  if (entry.verdict.retry === 'no') return entry.verdict;
  const plan = entry.verdict.retry === 'later' ? getPlanAfterWait(entry) : getEntryPlan(entry);
  return plan === 'check' || plan === 'fix' ? { ...entry.verdict, retry: 'after-fix' } : entry.verdict;
}

/** Returns the entry of a failure with the verdict and next step of its plan, where the code alone says something else. */
export function withPlan<T extends Entry | null>(
  entry: T,
  planned: { plan: Plan | null; reason: string | null; country?: string } | undefined,
  catalogue: Pick<Catalogue, 'byKey'>,
): Entry | T {
  const retry = planned?.reason && RETRIES[planned.plan ?? ''];
  if (!entry || !retry) return entry;
  const turn = entry.verdict.turn === 'nobody' && retry === 'after-fix' ? 'you' : entry.verdict.turn;
  const rule = planned.country && findCountryRule(getCountryRules(entry, catalogue), planned.country);
  // If somebody has to check or fix something first, a step that only sends again contradicts the plan.
  const isOnlySent = entry.verdict.retry === 'once' || entry.verdict.retry === 'backoff';
  const isSaid = retry === 'once' || (isOnlySent && retry === 'after-fix');
  const name = planned.reason === 'unknown-country' ? planned.reason : isSaid && planned.plan;
  const own = name && (entry.translated ? t(PLAN_TEXT[name]) : PLAN_TEXT[name]);
  const told = rule ? rule.next || (entry.verdict.retry !== retry && rule.says) : own;
  return { ...entry, verdict: { turn, retry }, next: told || entry.next };
}
