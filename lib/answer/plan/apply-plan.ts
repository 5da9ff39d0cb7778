import type { Cause, Entry, Retry, Turn } from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isObjectState } from '../../core/entry-key.ts';
import { formatCountry } from '../../core/i18n/country-name.ts';
import { getCurrentLanguage, t } from '../../core/i18n/translate.ts';
import { getMarkKind, type MarkKind } from '../../core/mark-kind.ts';
import { getEntryPlan } from '../../core/published-verdict.ts';
import {
  type CountryRule,
  findCountryRule,
  getCountryRules,
} from './country-rules.ts';
import type { PlannedFailure } from './plan-failures.ts';
import { findPlanRule } from './plan-rules.ts';

/** The retry of a plan that the row decides. A wait keeps that of the code. */
const RETRY_BY_PLAN: Readonly<Record<string, Retry>> = {
  now: 'once',
  slowly: 'backoff',
  fix: 'after-fix',
  never: 'no',
  check: 'after-fix',
};

/** Next steps by plan and reason, in English. */
const STEP_TEXT: Readonly<Record<string, string>> = wording.step;

/** The reasons that are about the row and not about the code, so that the steps of the code do not apply. */
const ROW_REASONS: ReadonlySet<string | null> = new Set([
  'arrived',
  'same-recipient',
  'stop-list',
  'unknown-country',
  'unknown-status',
]);

/** Returns who acts on a row. */
export function getRowTurn(turn: Turn, { plan, reason }: PlannedFailure): Turn {
  if (!plan || !reason) return turn;

  return findPlanRule('turn', { plan, turn })?.turn ?? turn;
}

/** Whether the row decides turn and retry, and not the code alone. */
export const isDecidedByRow = ({ plan, reason }: PlannedFailure): boolean =>
  plan !== null && reason !== null && RETRY_BY_PLAN[plan] !== undefined;

/**
 * Whether rules of an entry's plan ask for more than the code: the country, the time, the customer's window or the status.
 * That a message arrived counts for every code.
 */
export function dependsOnRow(
  entry: Entry,
  catalogue: Pick<Catalogue, 'byKey'>,
): boolean {
  if (isObjectState(entry.key)) return false;

  const plan = getEntryPlan(entry);
  if (plan === null || plan === 'never' || plan === 'check') return false;

  return (
    plan !== 'fix' ||
    entry.window?.from === 'customer-message' ||
    getCountryRules(entry, catalogue).length > 0
  );
}

/** Returns the category of a row's mark. */
export const getRowMark = (
  entry: Pick<Entry, 'verdict'>,
  planned: Pick<PlannedFailure, 'plan'> | undefined,
): MarkKind => (planned?.plan === null ? 'nobody' : getMarkKind(entry));

/** Returns the entry of a row with the row's turn, retry, next step, causes and steps. */
export function withPlan<T extends Entry | null>(
  entry: T,
  planned: PlannedFailure | undefined,
  catalogue: Pick<Catalogue, 'byKey'>,
): Entry | T {
  if (!entry || !planned?.plan) return entry;

  const { plan, country } = planned;
  const rule = country
    ? findCountryRule(getCountryRules(entry, catalogue), country)
    : undefined;
  const isChanged = isDecidedByRow(planned);
  if (!rule && !isChanged) return entry;

  const { turn } = entry.verdict;
  const retry = RETRY_BY_PLAN[plan] ?? entry.verdict.retry;
  const verdict = isChanged
    ? { turn: getRowTurn(turn, planned), retry }
    : entry.verdict;
  const next = getNextStep(entry, planned, rule) || entry.next;
  const { english } = entry;
  const adapt = (
    own: Pick<Entry, 'steps' | 'causes'>,
    its: CountryRule | undefined,
  ) => getRowAdvice(own, planned, its, isChanged ? retry : undefined);
  const englishRule = rule?.english ?? rule;
  const own = english && {
    english: {
      ...english,
      next:
        getNextStep({ ...entry, translated: false }, planned, englishRule) ||
        english.next,
      ...nameCountry(adapt(english, englishRule), country),
    },
  };

  const meaning = getCountryMeaning(planned, rule) ?? entry.meaning;
  const language = entry.translated ? getCurrentLanguage() : 'en';
  const adapted = { ...adapt(entry, rule), meaning };

  return {
    ...entry,
    ...nameCountry(adapted, country, language),
    verdict,
    next,
    ...own,
  };
}

/** Where rules have the name of the recipient's country. */
const COUNTRY = '{country}';

/** Puts the name of the country into the texts of its rule. */
function nameCountry<T extends Partial<Pick<Entry, 'steps' | 'meaning'>>>(
  texts: T,
  country: string | null,
  language = 'en',
): T {
  if (!country) return texts;

  const fill = (text: string) =>
    text.includes(COUNTRY)
      ? text.replaceAll(COUNTRY, formatCountry(country, language))
      : text;

  return {
    ...texts,
    ...(texts.meaning && { meaning: fill(texts.meaning) }),
    steps: texts.steps?.map((step) => ({ ...step, do: fill(step.do) })) ?? [],
  };
}

const getCountryMeaning = (
  { reason }: PlannedFailure,
  rule: CountryRule | undefined,
): string | undefined => (reason === 'country' ? rule?.says : undefined);

/** Returns the next step that the row's country or reason has instead of the code's. */
function getNextStep(
  entry: Entry,
  { plan, reason }: PlannedFailure,
  rule: CountryRule | undefined,
) {
  const name = reason && reason !== 'country' ? `${plan}-${reason}` : '';
  const { retry } = entry.verdict;
  const onlySends = retry === 'once' || retry === 'backoff';

  // What an undecided code may need stays, unless it is to send again.
  if (STEP_TEXT[name] && (reason !== 'undecided' || onlySends))
    return entry.translated ? t(STEP_TEXT[name]) : STEP_TEXT[name];

  const isOfCountry = rule && (reason === 'country' || !rule.plan);
  return isOfCountry ? rule.next : undefined;
}

/** Returns the steps and causes of the row's reason: none for another country or another verdict. */
function getRowAdvice(
  { steps = [], causes = [] }: Pick<Entry, 'steps' | 'causes'>,
  { reason, country }: PlannedFailure,
  rule: CountryRule | undefined,
  retry: Retry | undefined,
): Pick<Entry, 'steps' | 'causes'> {
  if (ROW_REASONS.has(reason)) return { steps: [], causes: [] };
  const isHere = ({ in: countries }: Pick<Cause, 'in'>) =>
    !country || !countries || countries.includes(country);
  const fits = ({ retry: wanted }: Pick<Cause, 'retry'>) =>
    !retry || !wanted || wanted === retry;
  const own = steps.filter((step) => isHere(step) && fits(step));

  // The rule of the country says which cause applies.
  if (reason === 'country') return { steps: rule?.steps ?? own, causes: [] };
  return { steps: own, causes: causes.filter(isHere) };
}
