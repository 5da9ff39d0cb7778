import type { Entry, Plan, Retry, Turn } from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findRelated } from '../../catalogue/relations.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { t } from '../../core/i18n/translate.ts';

const rulesByEntry = new WeakMap<Entry, ReturnType<typeof getOwnRules>>();

const getOwnRules = ({ countries = [], causes = [] }: Entry) =>
  countries.map((one) => ({
    ...one,
    next: one.next ?? causes.find(({ id = '' }) => id === one.cause)?.do,
  }));

/** Returns what holds for recipients of some countries. A provider's code has the rules of the code behind it. */
export const getCountryRules = (
  entry: Entry,
  { byKey }: Pick<Catalogue, 'byKey'>,
) =>
  getOrInsert(rulesByEntry, entry, () =>
    entry.countries
      ? getOwnRules(entry)
      : findRelated(['behind', 'successor'], entry, byKey).flatMap(getOwnRules),
  );

export const findCountryRule = (
  rules: ReturnType<typeof getOwnRules>,
  country: string,
) => rules.find((one) => one.in?.includes(country) ?? true);

const { plan: PLAN_TEXT } = wording;
const RETRIES: Record<string, Retry> = {
  now: 'once',
  fix: 'after-fix',
  never: 'no',
  check: 'after-fix',
};

/** With something to fix, it is somebody's turn; a message that may be sent now needs nobody. */
function getTurn(retry: Retry, turn: Turn): Turn {
  if (retry === 'after-fix' && turn === 'nobody') return 'you';
  return retry === 'once' && turn === 'you' ? 'nobody' : turn;
}

/** Returns the entry of a failure with the verdict and next step of its plan, where the code alone says something else. */
export function withPlan<T extends Entry | null>(
  entry: T,
  planned:
    | { plan: Plan | null; reason: string | null; country?: string | null }
    | undefined,
  catalogue: Pick<Catalogue, 'byKey'>,
): Entry | T {
  const retry = planned?.reason && RETRIES[planned.plan ?? ''];
  if (!entry || !retry) return entry;

  const turn = getTurn(retry, entry.verdict.turn);

  const rule =
    planned.country &&
    findCountryRule(getCountryRules(entry, catalogue), planned.country);

  // If somebody has to check or fix something first, a step that only sends again contradicts the plan.
  const isOnlySent =
    entry.verdict.retry === 'once' || entry.verdict.retry === 'backoff';

  const isSaid = retry === 'once' || (isOnlySent && retry === 'after-fix');

  const name =
    planned.reason === 'unknown-country'
      ? planned.reason
      : isSaid && planned.plan;

  const own = name && (entry.translated ? t(PLAN_TEXT[name]) : PLAN_TEXT[name]);

  const next = rule
    ? rule.next || (entry.verdict.retry !== retry && rule.says)
    : own;

  return { ...entry, verdict: { turn, retry }, next: next || entry.next };
}
