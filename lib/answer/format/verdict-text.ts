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
  getPublishedVerdict,
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

export function formatRetry(entry: CodeVerdict) {
  if (entry.success) return t(NOTHING_FAILED);

  const { turn, retry } = getPublishedVerdict(entry);
  // The user cannot fix it, or has to wait.
  const isUnfixable =
    turn === 'recipient' || turn === 'meta' || entry.verdict.retry === 'later';

  return isUnfixable && retry === 'after-fix'
    ? t('retry when done')
    : t(RETRY_TEXT[retry]);
}

/** Returns what the user may do, so that it cannot contradict the plan: `You can fix this`, `Only Meta can fix it`, `Wait`. */
export function formatHeading(
  entry: VerdictFields,
  catalogue: Catalogue,
): string {
  const plan = getEntryPlan(entry);
  if (plan === 'never') return t('Final: do not send again');
  if (plan !== 'fix') return formatPlan(plan);

  const { turn } = entry.verdict;
  if (turn === 'you') return t('You can fix this');
  if (turn === 'recipient') return t('Only the recipient can fix it');

  return t(
    'Only $1 can fix it',
    catalogue.provider(turn === 'meta' ? turn : entry.provider)?.name ?? '',
  );
}

type VerdictFields = CodeVerdict & Pick<Entry, 'provider'>;

/** Returns who has to act, whether to retry, and the waiting time. The waiting time comes first if waiting is the only action. */
export function formatVerdictParts(entry: VerdictFields, catalogue: Catalogue) {
  const plan = getEntryPlan(entry);
  if (plan === 'check') return [formatPlan(plan)];

  const again = formatRetry(entry);

  const time =
    !entry.success && entry.verdict.wait
      ? formatDuration(entry.verdict.wait)
      : '';

  if (time && getDisplayedTurn(entry) === 'wait')
    return [capitalize(t('wait $1', time)), again];

  const turn = formatTurn(entry, catalogue);
  const isWorkAndWait = getPublishedVerdict(entry).retry === 'after-fix';

  if (time && isWorkAndWait) return [turn, t('then retry in $1', time)];

  return [turn, again, ...(time ? [t('wait $1', time)] : [])];
}

/** Returns the next step, and `Your turn · retry when fixed` in at most 90 characters. */
export function formatVerdictLine(
  entry: VerdictFields & Pick<Entry, 'next'>,
  catalogue: Catalogue,
) {
  const retired = entry.deprecated ? `${t('Retired')} · ` : '';
  const line = retired + formatVerdictParts(entry, catalogue).join(' · ');

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
