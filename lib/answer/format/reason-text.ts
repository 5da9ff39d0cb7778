import type { Entry } from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { formatCountry } from '../../core/i18n/country-name.ts';
import {
  getCurrentLanguage,
  getDateLanguage,
  t,
} from '../../core/i18n/translate.ts';
import { type Clock, formatMoment } from '../explain/time-bound.ts';
import { findCountryRule, getCountryRules } from '../plan/country-rules.ts';
import type { PlannedFailure } from '../plan/plan-failures.ts';

const REASON_TEXT = wording.reason;

/** Of reasons with a time, which is `$1`. */
const SINCE_TEXT = wording.reasonSince;
/** Of reasons that say something else for another plan. */
const PLAN_REASON_TEXT: Readonly<Record<string, string>> = wording.reasonOfPlan;
const STOP_DAY_TEXT = wording.stopDay;
const FAILED_OFTEN_TEXT = wording.failedOften;

/** Returns a clock with the user's zone, which is read only if it is needed: loading the zones takes 50 ms. */
export const createClock = (nowMs: number): Clock => ({
  nowMs,
  get timeZone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
});

/** Returns `28 November`. */
const formatDay = (ms: number, { timeZone }: Clock): string =>
  new Intl.DateTimeFormat(getDateLanguage(), {
    timeZone,
    day: 'numeric',
    month: 'long',
  }).format(ms);

/**
 * Returns in a few words why a row has its plan: `United Kingdom: the limit does not apply`, `pause over since today 11:00`.
 * Null if the code alone decides it.
 */
export function formatReason(
  planned: PlannedFailure | undefined,
  entry: Entry | null,
  catalogue: Pick<Catalogue, 'byKey'>,
  clock: Clock,
): string | null {
  const { reason, country, sinceMs, attempts, stoppedBy } = planned ?? {};
  if (!planned || !reason) return null;
  if (reason === 'country')
    return formatCountryReason(entry, country, catalogue);

  if (reason === 'repeated')
    return attempts ? t(REASON_TEXT.repeated, attempts) : t(FAILED_OFTEN_TEXT);
  if (reason === 'stop-list') return formatStop(stoppedBy, sinceMs, clock);
  if (sinceMs !== undefined && hasSinceText(reason))
    return t(SINCE_TEXT[reason], formatMoment(sinceMs, clock));

  return t(
    PLAN_REASON_TEXT[`${planned.plan}-${reason}`] ?? REASON_TEXT[reason],
  );
}

const hasSinceText = (reason: string): reason is keyof typeof SINCE_TEXT =>
  reason in SINCE_TEXT;

function formatStop(
  stoppedBy: string | undefined,
  sinceMs: number | undefined,
  clock: Clock,
): string | null {
  if (!stoppedBy) return null;
  if (sinceMs === undefined) return t(REASON_TEXT['stop-list'], stoppedBy);

  return t(STOP_DAY_TEXT, stoppedBy, formatDay(sinceMs, clock));
}

function formatCountryReason(
  entry: Entry | null,
  country: string | null | undefined,
  catalogue: Pick<Catalogue, 'byKey'>,
): string | null {
  if (!entry || !country) return null;

  const rule = findCountryRule(getCountryRules(entry, catalogue), country);
  const isEnglish = getCurrentLanguage() === 'en';
  const { reason = '' } = (isEnglish ? rule?.english : rule) ?? rule ?? {};

  return `${formatCountry(country)}: ${reason}`;
}

/** Returns from when on a message may go: `Send at: tomorrow 08:00 (CET)`. */
export const formatSendAt = (ms: number, clock: Clock): string =>
  t('Send at: $1', formatMoment(ms, clock));

/** Returns the first and the last time at which messages may go. Null if none may go later. */
export function formatSendTimes(
  times: readonly (number | null)[],
  clock: Clock,
): string | null {
  const known = times.filter((ms) => ms !== null).sort((a, b) => a - b);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;

  const [from, to] = [formatMoment(first, clock), formatMoment(last, clock)];
  return from === to
    ? t('Send at: $1', from)
    : t('Send at: $1 to $2', from, to);
}
