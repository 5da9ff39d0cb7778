import type {
  Confidence,
  Entry,
  Owner,
  Plan,
  Retry,
} from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import {
  type EntrySteps,
  removeRepeatedSteps,
  repeatsHeadline,
} from '../../catalogue/borrowed-steps.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  formatDuration,
  getListSeparator,
  t,
} from '../../core/i18n/translate.ts';
import { type DisplayedTurn, getDisplayedTurn } from '../../core/mark-kind.ts';
import {
  type CodeVerdict,
  getEntryPlan,
} from '../../core/published-verdict.ts';

/** Who has to act. For a provider's entry, `formatTurn` inserts the provider's name. */
export const TURN_TEXT: Readonly<Record<DisplayedTurn, string>> = wording.turn;

export const RETRY_TEXT: Readonly<Record<Retry, string>> = wording.retry;

const {
  plan: PLAN_TEXT,
  owner: OWNER_TEXT,
  where: PLACE_TEXT,
  channel: CHANNEL_TEXT,
} = wording;

export const formatPlan = (plan: Plan | null): string =>
  plan ? t(PLAN_TEXT[plan]) : capitalize(t(NOTHING_FAILED));

export const CLASS_TEXT: Readonly<Record<Entry['class'], string>> =
  wording.class;
export const CONFIDENCE_TEXT: Readonly<Record<Confidence, string>> =
  wording.confidence;

const NOTHING_FAILED = 'nothing failed';

export const capitalize = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1);

export const formatOwner = (owner: Owner): string => t(OWNER_TEXT[owner]);

/** Returns the places where a code appears: `API response, message webhook`. */
export const formatWhereSeen = (where: NonNullable<Entry['where']>): string =>
  where.map((one) => t(PLACE_TEXT[one])).join(getListSeparator());

export const formatNonWhatsAppChannel = ({
  channel = 'whatsapp',
}: Pick<Entry, 'channel'>): string | null =>
  channel === 'whatsapp' || channel === 'any' ? null : t(CHANNEL_TEXT[channel]);

export function formatTurn(
  { provider, verdict }: Pick<Entry, 'provider' | 'verdict'>,
  catalogue: Catalogue,
) {
  // For Meta's codes about a provider's software, Meta's name would be wrong.
  const isNamed = verdict.turn === 'provider' && provider !== 'meta';
  const name = isNamed ? catalogue.provider(provider)?.name : undefined;

  return name
    ? t("$1's turn", name)
    : t(TURN_TEXT[getDisplayedTurn({ verdict })]);
}

type VerdictFields = CodeVerdict & Pick<Entry, 'provider'>;

/** What a row decides of a verdict. A code without a row has its own plan. */
export interface RowPlan {
  plan: Plan | null;
  /** `Send at: tomorrow 08:00 (CET)`. Null if the time is unknown. */
  sendAt: string | null;
}

/** Returns who has to act, the plan, and the waiting time: `Your turn`, `Fix first`. */
export function formatVerdictParts(
  entry: VerdictFields,
  catalogue: Catalogue,
  { plan, sendAt }: RowPlan = { plan: getEntryPlan(entry), sendAt: null },
): string[] {
  if (entry.success) return [formatTurn(entry, catalogue), t(NOTHING_FAILED)];
  if (plan === null || plan === 'check') return [formatPlan(plan)];

  const { wait } = entry.verdict;
  const time = wait ? t('wait $1', formatDuration(wait)) : '';
  const turn = formatTurn(entry, catalogue);
  const isOnlyWait = getDisplayedTurn(entry) === 'wait';
  if (plan !== 'wait')
    return isOnlyWait
      ? [capitalize(time || formatPlan('wait')), formatPlan(plan)]
      : [turn, formatPlan(plan), time].filter(Boolean);

  const until = sendAt ?? (time || formatPlan(plan));
  if (isOnlyWait) return sendAt ? [turn, sendAt] : [capitalize(until)];
  return [turn, until];
}

/** Returns the next step, and `Your turn · Fix first` in at most 90 characters. */
export function formatVerdictLine(
  entry: VerdictFields & Pick<Entry, 'next'>,
  catalogue: Catalogue,
  row?: RowPlan,
) {
  const retired = entry.deprecated ? `${t('Retired')} · ` : '';
  const line = retired + formatVerdictParts(entry, catalogue, row).join(' · ');

  return {
    line: line.length <= 90 ? line : `${line.slice(0, 89).trimEnd()}…`,
    next: entry.next,
  };
}

/** Who performs the next step, by the subject of the code; otherwise the operator. */
const CLASSES_BY_OWNER: Readonly<
  Record<'admin' | 'developer', readonly Entry['class'][]>
> = {
  admin: [
    'account',
    'payment',
    'permission',
    'phone-number',
    'policy',
    'quality',
    'template',
  ],
  developer: ['auth', 'flow', 'parameter', 'rate-limit', 'service'],
};

/** Returns who performs the next step, if no steps follow or one repeats it. Null if nothing is to be done. */
export function getResponsibleParty(
  entry: Entry,
  next: string = entry.next,
): Owner | null {
  const { verdict, success, class: about, steps = [], own } = entry;
  // A team's own code names nobody.
  if (success || own) return null;

  const same = steps.find((step) => repeatsHeadline(step.do, next));
  if (same) return same.who;
  if (steps.length > 0) return null;
  if (verdict.turn !== 'you') return 'operator';

  const owners = ['admin', 'developer'] as const;

  return (
    owners.find((owner) => CLASSES_BY_OWNER[owner].includes(about)) ??
    'operator'
  );
}

/** Returns the steps to show below the next step, without those that repeat it. Can be empty. */
export const getDisplayedSteps = (
  entry: Entry,
  next: string = entry.next,
): EntrySteps => removeRepeatedSteps(entry.steps, next);

/** Returns the steps of an entry as data. Never empty: without steps, returns the next step with its owner. */
export function getSteps(entry: Entry): EntrySteps {
  const shown = getDisplayedSteps(entry);
  return shown.length > 0
    ? shown
    : [{ do: entry.next, who: getResponsibleParty(entry) ?? 'operator' }];
}

/** Splits an answer: what to explain, and what did not fail and is only named beside it, by `formatNotFailed`. */
export const splitHealthy = <T>(
  findings: readonly T[],
  statuses: readonly T[],
) =>
  findings.length > 0
    ? { explained: findings, healthy: statuses }
    : { explained: statuses, healthy: [] };

/** Names in one line what did not fail beside what did. */
export const formatNotFailed = (
  found: readonly { code: string; entry: { title: string } | null }[],
): string =>
  `${capitalize(NOTHING_FAILED)}: ${found.map(({ code, entry }) => `${code} ${entry?.title ?? ''}`).join('; ')}`;
