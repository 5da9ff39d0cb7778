import type { Entry, Plan } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  getEntryPlan,
  getPlanAfterWait,
} from '../../core/published-verdict.ts';
import { findCountryRule, getCountryRules } from './entry-plan.ts';
import {
  findRecipientCountry,
  packRecipientKey,
  packText,
} from './recipient.ts';

export interface MessageFailure {
  /** What the code means here. Null if the catalogue does not have it. */
  entry: Entry | null;
  /** Nothing decides between this meaning and others. */
  ambiguous?: boolean;
  /** Number or id as it is written, or as `packRecipient` returns it. Undefined if nothing says it. */
  recipient?: string | number | undefined;
  /** Of the recipient, if no number says it: `US`. */
  country?: string | undefined;
  /** Milliseconds since the Unix epoch, the latest that it can be. Null if unknown. */
  failedAtMs?: number | null;
  /** `other` is a status that Errata does not know. */
  status?: 'failed' | 'arrived' | 'sent' | 'other' | undefined;
  /** Its id as it is written, or as `packText` returns it. */
  message?: string | number | undefined;
  template?: string | undefined;
  /** Number of failures with the same code that this one repeats. */
  earlierAttempts?: number;
  windowEndMs?: number | null;
}

export interface PlannedFailure {
  /** Null if nothing failed. */
  plan: Plan | null;
  /** What decided it, if it is not the code alone: `country`, `repeated` … */
  reason: string | null;
  /** End of the wait in milliseconds since the Unix epoch. Null if unknown, or if there is none. */
  untilMs: number | null;
  country?: string;
}

/** Whether a message with an error code arrived all the same. */
export const hasArrived = (
  planned: PlannedFailure | undefined,
  isSuccess = false,
): boolean =>
  planned?.plan === null && planned.reason === 'arrived' && !isSuccess;

/** Free text is allowed for this long after a message of the customer. */
export const WINDOW_MS = 24 * 3_600_000;
/** After this many failures, a recipient who has to act is on the stop list. */
const STOP_LIST_FAILURES = 3;
const MAX_WAIT_FACTOR = 32;
/** After this many retries at growing intervals, somebody looks. */
const MAX_SLOW_FAILURES = 5;

/** An array, or what makes its items when they are asked for. */
export interface FailureList {
  readonly length: number;
  at(index: number): MessageFailure | undefined;
}

const decisions = new Map<string, PlannedFailure>();

/** Returns the same object for the same decision: a table can have millions. */
const decide = (
  plan: Plan | null,
  reason: string | null = null,
  country = '',
): PlannedFailure =>
  getOrInsert(decisions, `${plan} ${reason} ${country}`, () => ({
    plan,
    reason,
    untilMs: null,
    country,
  }));

type Situation = Pick<Catalogue, 'byKey'> & {
  nowMs: number;
  arrivedMessages: ReadonlySet<number>;
};

/**
 * Sorts failures into plans, in their order: each has exactly one, or none if it did not fail. What is unknown is never
 * sent again: an undecided code, an unknown status, a wait of which nobody knows the start.
 *
 * Of several failures of one recipient with one code, the last decides when and whether; only it goes out again.
 */
export function planFailures(
  failures: FailureList,
  { byKey }: Pick<Catalogue, 'byKey'>,
  nowMs: number,
) {
  const { length } = failures;
  const arrivedMessages = new Set<number>();

  for (let at = 0; at < length; at++) {
    const { status, message } = failures.at(at) ?? {};
    if (status === 'arrived' && message) arrivedMessages.add(packText(message));
  }

  const planned = new Array<PlannedFailure>(length).fill(NOT_FAILED);

  for (const { rows } of groupByRecipient(failures)) {
    // The order of the file decides where times are unknown.
    const own = rows
      .map((at) => ({ at, failure: failures.at(at) ?? { entry: null } }))
      .sort(
        (a, b) => (a.failure.failedAtMs ?? 0) - (b.failure.failedAtMs ?? 0),
      );

    const its = own.map(({ failure }) => failure);
    const decided = planRecipient(its, { byKey, nowMs, arrivedMessages });

    for (const [index, { at }] of own.entries())
      planned[at] = decided[index] ?? NOT_FAILED;
  }

  return planned;
}

/**
 * Yields the rows of each recipient, in order. The key is 0 for an unknown one, of which each row is alone. Typed arrays,
 * because a Map of a million recipients would take ten times the memory.
 */
export function* groupByRecipient(
  failures: FailureList,
): Generator<{ key: number; rows: number[] }> {
  const { length } = failures;
  const bits = Math.ceil(Math.log2(2 * length + 1));
  const keys = new Float64Array(length);
  const lastRows = new Int32Array(2 ** bits).fill(-1);
  const previousRows = new Int32Array(length);

  for (let row = 0; row < length; row++) {
    const key = packRecipientKey(failures.at(row)?.recipient);
    if (key === 0) {
      yield { key, rows: [row] };
      continue;
    }

    let slot = Math.imul(key ^ (key / 2 ** 32), 0x9e3779b1) >>> (32 - bits);

    while (lastRows[slot] !== -1 && keys[lastRows[slot] ?? 0] !== key)
      slot = (slot + 1) % lastRows.length;

    keys[row] = key;
    previousRows[row] = lastRows[slot] ?? -1;
    lastRows[slot] = row;
  }

  for (const last of lastRows) {
    const rows: number[] = [];
    for (let row = last; row !== -1; row = previousRows[row] ?? -1)
      rows.push(row);
    if (rows.length > 0) yield { key: keys[last] ?? 0, rows: rows.reverse() };
  }
}

const NOT_FAILED = decide(null);

/** Returns the plan that does not depend on time and recipient. Null if it does. */
function planAtOnce(
  { status, message, entry, ambiguous }: MessageFailure,
  { arrivedMessages }: Situation,
) {
  if (
    status === 'arrived' ||
    (message && arrivedMessages.has(packText(message)))
  )
    return decide(null, 'arrived');

  if (status === 'sent' || entry?.success) return NOT_FAILED;

  return !entry || ambiguous ? decide('check', 'undecided') : null;
}

/** Plans all failures of one recipient, in the order of their times. */
function planRecipient(
  failures: readonly MessageFailure[],
  situation: Situation,
): PlannedFailure[] {
  const getTime = (at: number) => failures[at]?.failedAtMs ?? 0;
  /** By template the time of the last arrival, or Infinity if it is unknown. */
  const arrivedTemplates = new Map<string, number>();
  const groups = new Map<string, number[]>();

  const planned = failures.map((failure, at) => {
    const { entry, status, template = '', failedAtMs } = failure;
    if (status === 'arrived' && template !== '')
      arrivedTemplates.set(
        template,
        Math.max(arrivedTemplates.get(template) ?? 0, failedAtMs ?? Infinity),
      );

    const decided = planAtOnce(failure, situation);
    if (decided || !entry) return decided ?? NOT_FAILED;

    const { retry } = entry.verdict;
    // A limit on what one recipient gets holds for all templates.
    const key = `${entry.key} ${retry} ${retry === 'later' ? '' : template}`;

    getOrInsert(groups, key, (): number[] => []).push(at);

    return NOT_FAILED;
  });

  for (const group of groups.values()) {
    const own = group.flatMap((at) => failures[at] ?? []);
    const decided = planRepeated(own, situation);
    for (const at of group) planned[at] = decided;
  }

  // A recipient who opted out or cannot be reached gets nothing that is only sent again.
  const isStopped = failures.some(
    ({ entry }, at) =>
      planned[at]?.plan === 'never' && entry?.verdict.turn === 'recipient',
  );

  const chosen = new Set<string>();

  for (let at = failures.length - 1; at >= 0; at--) {
    if (!['now', 'slowly'].includes(planned[at]?.plan ?? '')) continue;

    const { status, template = '' } = failures[at] ?? {};

    if (status === 'other') planned[at] = decide('check', 'unknown-status');
    else if (findRuledCountry(failures[at], situation.byKey) === null)
      planned[at] = decide('check', 'unknown-country');
    else if (isStopped) planned[at] = decide('check', 'stop-list');
    else if ((arrivedTemplates.get(template) ?? -1) >= getTime(at))
      planned[at] = decide('check', 'arrived');
    else if (chosen.has(template))
      planned[at] = decide('check', 'same-recipient');
    else chosen.add(template);
  }

  return planned;
}

/** Returns the recipient's country if some countries have rules: null if it is unknown, undefined if none has. */
function findRuledCountry(
  failure: MessageFailure | undefined,
  byKey: Catalogue['byKey'],
) {
  if (!failure?.entry || getCountryRules(failure.entry, { byKey }).length === 0)
    return undefined;

  const { recipient = '', country = '' } = failure;

  return (
    findRecipientCountry(recipient) ??
    /^[a-z]{2}$/i.exec(country)?.[0].toUpperCase() ??
    null
  );
}

/** Plans all failures of one recipient with one code, in the order of their times. */
function planRepeated(
  failures: readonly MessageFailure[],
  { byKey, nowMs }: Situation,
): PlannedFailure {
  const last: MessageFailure = failures.at(-1) ?? { entry: null };
  const { entry, failedAtMs = null, windowEndMs = null } = last;
  const plan = (entry && getEntryPlan(entry)) ?? 'check';
  if (!entry || plan === 'never' || plan === 'check') return decide(plan);

  const country = findRuledCountry(last, byKey);

  const rule =
    country && findCountryRule(getCountryRules(entry, { byKey }), country);

  if (rule) return decide(rule.plan, 'country', country);

  const waitMs = (entry.verdict.wait ?? 0) * 1_000;
  const count = countFailures(failures, waitMs);
  const isOpen = windowEndMs !== null && windowEndMs > nowMs;

  if (
    entry.window?.from === 'customer-message' &&
    isOpen &&
    failedAtMs !== null &&
    !last.template
  )
    // After the message of the customer, something else was the cause. Times are often cut to the minute.
    return decide(
      failedAtMs + 60_000 < windowEndMs - WINDOW_MS ? 'now' : 'check',
      'open-window',
    );

  if (plan === 'fix') {
    const isLost =
      entry.verdict.turn === 'recipient' && count >= STOP_LIST_FAILURES;
    return isLost ? decide('never', 'repeated') : decide('fix');
  }

  if (windowEndMs !== null && !isOpen && !last.template)
    return decide('fix', 'closed-window');

  if (
    count >
    (plan === 'now' ? 1 : plan === 'slowly' ? MAX_SLOW_FAILURES : Infinity)
  )
    return decide('check', 'repeated');

  if (waitMs === 0) return decide(plan);
  if (failedAtMs === null) return decide('wait', 'no-time');

  const untilMs =
    failedAtMs + waitMs * Math.min(2 ** (count - 1), MAX_WAIT_FACTOR);

  if (untilMs > nowMs)
    return { plan: 'wait', reason: count > 1 ? 'repeated' : null, untilMs };

  return decide(getPlanAfterWait(entry), 'waited');
}

/** Counts failures of which each followed the wait after the one before: only these are attempts. */
function countFailures(
  failures: readonly MessageFailure[],
  waitMs: number,
): number {
  const messages = new Set<string | number>();
  let count = 0;
  let last: number | null = null;

  for (const { message, failedAtMs = null, earlierAttempts = 0 } of failures) {
    count += earlierAttempts;
    if (message && messages.has(message)) continue;
    messages.add(message ?? '');

    if (last === null || failedAtMs === null || failedAtMs - last >= waitMs)
      count++;

    last = failedAtMs;
  }

  return count;
}
