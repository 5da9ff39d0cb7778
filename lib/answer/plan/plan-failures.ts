import type { Entry, Plan } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findFirstFrom } from '../../core/find-first-from.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  getEntryPlan,
  getPlanAfterWait,
} from '../../core/published-verdict.ts';
import { findCountryRule, getCountryRules } from './country-rules.ts';
import {
  type Facts,
  findPlanRule,
  getRulePlan,
  type PlanRule,
  type Reason,
} from './plan-rules.ts';
import { findRecipientCountry, packMessage } from './recipient.ts';
import { indexRecipients, type RecipientIndex } from './recipient-index.ts';

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
  /** True if the time zone is unknown, so that `failedAtMs` is hours later than the failure. */
  isZoneOpen?: boolean | undefined;
  /** `other` is a status that Errata does not know. */
  status?: 'failed' | 'arrived' | 'sent' | 'other' | undefined;
  /** Its id as it is written, or as `packMessage` returns it. */
  message?: string | number | undefined;
  template?: string | undefined;
  /** Number of failures with the same code that this one repeats. */
  earlierAttempts?: number;
  windowEndMs?: number | null;
}

/** What is decided for one row. Every surface shows it, and none decides again. */
export interface PlannedFailure {
  /** Null if nothing failed. */
  plan: Plan | null;
  /** What decided it, if it is not the code alone. */
  reason: Reason | null;
  /** When the message may go, in milliseconds since the Unix epoch. Null if it may not, may now, or if the time is unknown. */
  sendAfterMs: number | null;
  /** Of the recipient, if the code has rules of countries: `GB`. */
  country: string | null;
  /** For the reason: when the pause or the window ended, or when the recipient stopped all messages. */
  sinceMs?: number | undefined;
  /** For the reason: the number of failures. */
  attempts?: number | undefined;
  /** For the reason: the code that stopped all messages to the recipient. */
  stoppedBy?: string | undefined;
}

/** Whether a message with an error code arrived all the same. */
export const hasArrived = (
  planned: PlannedFailure | undefined,
  isSuccess = false,
): boolean =>
  planned?.plan === null && planned.reason === 'arrived' && !isSuccess;

/** Free text is allowed for this long after a message of the customer. */
export const WINDOW_MS = 24 * 3_600_000;
/** Times are often cut to the minute. */
const MINUTE_MS = 60_000;
const MAX_PAUSE_FACTOR = 32;

/** An array, or what makes its items when they are asked for. */
interface List<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

export type FailureList = List<MessageFailure>;
export type PlannedList = List<PlannedFailure>;

const decisions = new Map<string, PlannedFailure>();

/** Returns the same object for the same decision: a table can have millions. */
const decide = (
  plan: Plan | null,
  reason: Reason | null = null,
  country: string | null = null,
): PlannedFailure =>
  getOrInsert(decisions, `${plan} ${reason} ${country}`, () => ({
    plan,
    reason,
    sendAfterMs: null,
    country,
  }));

const decideBy = (
  rule: PlanRule,
  facts: Facts,
  country?: string | null,
): PlannedFailure => decide(getRulePlan(rule, facts), rule.reason, country);

type Situation = Pick<Catalogue, 'byKey'> & {
  nowMs: number;
  arrivedMessages: ReadonlySet<number>;
};

export const NOTHING_PLANNED = decide(null);

/**
 * Sorts failures into plans, in their order: each has exactly one, or none if it did not fail. What is unknown is never
 * sent again: an undecided code, an unknown status, a pause of which nobody knows the start.
 *
 * Of several failures of one recipient with one code, the last decides when and whether; only it goes out again.
 */
export function planFailures(
  failures: FailureList,
  catalogue: Pick<Catalogue, 'byKey'>,
  nowMs: number,
): PlannedFailure[] {
  const planned = new Array<PlannedFailure>(failures.length).fill(
    NOTHING_PLANNED,
  );
  const recipients = indexRecipients(failures);

  planEach(failures, catalogue, nowMs, recipients, (row, decided) => {
    planned[row] = decided;
  });

  return planned;
}

/** Plans failures as `planFailures` does, and reports each with its row, in any order. */
export function planEach(
  failures: FailureList,
  { byKey }: Pick<Catalogue, 'byKey'>,
  nowMs: number,
  recipients: RecipientIndex,
  report: (row: number, planned: PlannedFailure) => void,
): void {
  const arrivedMessages = findArrivedMessages(failures);
  const situation = { byKey, nowMs, arrivedMessages };

  for (const { rows } of recipients) {
    const [first = 0] = rows;

    // Most messages arrive, and are the only one of their recipient.
    if (rows.length === 1) {
      const sole = failures.at(first) ?? { entry: null };
      const decided = planAtOnce(sole, situation);

      if (decided && !isSendable(decided)) {
        report(first, decided);
        continue;
      }
    }

    // The order of the file decides where times are unknown.
    const own = rows
      .map((at) => ({ at, failure: failures.at(at) ?? { entry: null } }))
      .sort(
        (a, b) => (a.failure.failedAtMs ?? 0) - (b.failure.failedAtMs ?? 0),
      );

    const its = own.map(({ failure }) => failure);
    const decided = planRecipient(its, situation);

    for (const [index, { at }] of own.entries())
      report(at, decided[index] ?? NOTHING_PLANNED);
  }
}

const isSendable = ({ plan }: PlannedFailure): boolean =>
  plan === 'now' || plan === 'slowly';

function* listMessages(failures: FailureList) {
  for (let at = 0; at < failures.length; at++) {
    const { status, message } = failures.at(at) ?? {};
    const key = packMessage(message);

    if (key !== 0) yield { status, message: key };
  }
}

/** Returns the messages that arrived although another row says something else of them: few, of millions that arrived. */
function findArrivedMessages(failures: FailureList): ReadonlySet<number> {
  const arrived = new Set<number>();
  // Sorted numbers, because a Set of a million would take five times the memory.
  const others = new Float64Array(failures.length);
  let length = 0;

  for (const { status, message } of listMessages(failures))
    if (status !== 'arrived') others[length++] = message;

  const sorted = others.subarray(0, length).sort();

  for (const { status, message } of listMessages(failures))
    if (status === 'arrived' && hasNumber(sorted, message))
      arrived.add(message);

  return arrived;
}

const hasNumber = (sorted: Float64Array, wanted: number): boolean =>
  sorted[findFirstFrom(sorted, wanted)] === wanted;

/** Decides what a row says of its message alone. Null if it depends on time and recipient. */
function planAtOnce(
  failure: MessageFailure,
  { arrivedMessages }: Situation,
): PlannedFailure | null {
  const { status, message, entry, ambiguous } = failure;
  const hasArrived =
    status === 'arrived' || arrivedMessages.has(packMessage(message));
  const isUndecided = !entry || ambiguous;
  const meaning = isUndecided ? 'undecided' : 'known';
  const facts: Facts = {
    delivered: hasArrived ? 'yes' : undefined,
    message_status: status ?? 'failed',
    meaning: entry?.success ? 'success' : meaning,
  };
  const rule = findPlanRule('message', facts);

  return rule ? decideBy(rule, facts) : null;
}

/** Plans all failures of one recipient, in the order of their times. */
function planRecipient(
  failures: readonly MessageFailure[],
  situation: Situation,
): PlannedFailure[] {
  const groups = new Map<string, number[]>();

  const planned = failures.map((failure, at) => {
    const decided = planAtOnce(failure, situation);
    if (decided || !failure.entry) return decided ?? NOTHING_PLANNED;

    const { entry, template = '' } = failure;
    // A limit on what one recipient gets holds for all templates.
    const limited = entry.verdict.retry === 'later' ? '' : template;
    getOrInsert(
      groups,
      `${entry.key} ${entry.verdict.retry} ${limited}`,
      (): number[] => [],
    ).push(at);
    return NOTHING_PLANNED;
  });

  for (const group of groups.values()) {
    const own = group.flatMap((at) => failures[at] ?? []);
    const decided = planRepeated(own, situation);
    for (const at of group) planned[at] = decided;
  }

  return chooseToSend(failures, planned, situation);
}

/** Holds back what would go out, if the recipient's other rows speak against it. */
function chooseToSend(
  failures: readonly MessageFailure[],
  planned: PlannedFailure[],
  { byKey }: Situation,
): PlannedFailure[] {
  const stop = findStop(failures, planned);
  const arrivals = findArrivals(failures);
  const chosen = new Set<string>();

  for (let at = failures.length - 1; at >= 0; at--) {
    const failure = failures[at];
    if (!failure || !isSendable(planned[at] ?? NOTHING_PLANNED)) continue;

    const { template = '' } = failure;

    const facts: Facts = {
      ...getRecipientFacts(failure, byKey, arrivals),
      stopped: stop ? 'yes' : undefined,
      place: chosen.has(template) ? 'earlier' : 'last',
    };

    const rule =
      findPlanRule('recipient', facts) ?? findPlanRule('choice', facts);

    if (rule) planned[at] = stopBy(rule, facts, stop);
    else chosen.add(template);
  }

  return planned;
}

function getRecipientFacts(
  failure: MessageFailure,
  byKey: Catalogue['byKey'],
  arrivals: ReadonlyMap<string, number>,
): Facts {
  const { status, template = '', failedAtMs } = failure;
  const hasArrivedSince = (arrivals.get(template) ?? -1) >= (failedAtMs ?? 0);
  const isUnknown = findRuledCountry(failure, byKey) === null;

  return {
    message_status: status,
    recipient_country: isUnknown ? 'unknown' : 'known',
    template_arrived: hasArrivedSince ? 'yes' : undefined,
  };
}

/** Adds to a decision which failure stopped all messages to the recipient. */
const stopBy = (
  rule: PlanRule,
  facts: Facts,
  stop: ReturnType<typeof findStop>,
): PlannedFailure =>
  rule.reason === 'stop-list'
    ? { ...decideBy(rule, facts), ...stop }
    : decideBy(rule, facts);

/** Returns the first failure after which a recipient who opted out or cannot be reached gets nothing more. */
function findStop(
  failures: readonly MessageFailure[],
  planned: readonly PlannedFailure[],
) {
  const found = failures.find(
    ({ entry }, at) =>
      planned[at]?.plan === 'never' && entry?.verdict.turn === 'recipient',
  );
  if (!found) return null;

  const sinceMs = found.isZoneOpen
    ? undefined
    : (found.failedAtMs ?? undefined);
  return { stoppedBy: found.entry?.code, sinceMs };
}

/** Maps each template that arrived to the time of its last arrival, or to Infinity if that is unknown. */
function findArrivals(
  failures: readonly MessageFailure[],
): ReadonlyMap<string, number> {
  const arrivals = new Map<string, number>();

  for (const { status, template = '', failedAtMs } of failures) {
    if (status !== 'arrived' || template === '') continue;
    arrivals.set(
      template,
      Math.max(arrivals.get(template) ?? 0, failedAtMs ?? Infinity),
    );
  }

  return arrivals;
}

/** Returns the recipient's country if some countries have rules: null if it is unknown, undefined if none has. */
function findRuledCountry(
  failure: MessageFailure,
  byKey: Catalogue['byKey'],
): string | null | undefined {
  if (!failure.entry || getCountryRules(failure.entry, { byKey }).length === 0)
    return undefined;

  return findFailureCountry(failure);
}

/** Returns `US`: the country of the recipient's number, or else the one that is named. */
export function findFailureCountry({
  recipient = '',
  country = '',
}: Pick<MessageFailure, 'recipient' | 'country'>): string | null {
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
  const last = failures.at(-1);
  if (!last?.entry) return decide('check');

  const { entry } = last;
  const country = findRuledCountry(last, byKey);
  const pause = findPause(failures, entry, nowMs);
  const window = findWindowFacts(last, nowMs);
  const facts: Facts = {
    code_plan: getEntryPlan(entry) ?? 'check',
    country_plan: country
      ? findCountryRule(getCountryRules(entry, { byKey }), country)?.plan
      : undefined,
    about_window: entry.window?.from === 'customer-message' ? 'yes' : 'no',
    turn: entry.verdict.turn,
    attempts: pause.attempts,
    pause: pause.state,
    after_pause: getPlanAfterWait(entry),
    window_state: window.state,
    failed: window.failed,
  };
  const rule = findPlanRule('failure', facts);

  const known = {
    country: country ?? null,
    windowEndMs: last.windowEndMs ?? null,
  };

  return rule ? describe(rule, facts, pause, known) : decide('check');
}

/** Adds to a decision what its reason is about. */
function describe(
  rule: PlanRule,
  facts: Facts,
  { attempts, endMs, isZoneOpen }: Pause,
  {
    country,
    windowEndMs,
  }: Pick<MessageFailure, 'windowEndMs'> & { country: string | null },
): PlannedFailure {
  const decided = decideBy(rule, facts, country);

  if (rule.sendAfter) return { ...decided, sendAfterMs: endMs, attempts };
  if (rule.reason === 'repeated') return { ...decided, attempts };
  if (rule.reason === 'waited')
    return isZoneOpen ? decided : { ...decided, sinceMs: endMs ?? undefined };
  if (rule.reason === 'closed-window')
    return { ...decided, sinceMs: windowEndMs ?? undefined };
  return decided;
}

/** Returns what is known of the customer's window. Templates do not need it. */
function findWindowFacts(
  { windowEndMs, template, failedAtMs }: MessageFailure,
  nowMs: number,
) {
  if (windowEndMs == null || template)
    return { state: undefined, failed: undefined };

  const state = windowEndMs > nowMs ? 'open' : 'closed';
  if (failedAtMs == null) return { state, failed: undefined };

  const wasBefore = failedAtMs + MINUTE_MS < windowEndMs - WINDOW_MS;
  return { state, failed: wasBefore ? 'before-message' : 'in-window' };
}

interface Pause {
  state: 'none' | 'no-time' | 'no-zone' | 'running' | 'over';
  attempts: number;
  /** Null if it is unknown. */
  endMs: number | null;
  isZoneOpen: boolean;
}

/** Returns when the pause of a code ends, which counts from the last failure, and doubles with each attempt. */
function findPause(
  failures: readonly MessageFailure[],
  { verdict }: Entry,
  nowMs: number,
): Pause {
  const { failedAtMs = null, isZoneOpen = false } = failures.at(-1) ?? {};
  const pauseMs = (verdict.wait ?? 0) * 1_000;
  const attempts = countFailures(failures, pauseMs);
  if (pauseMs === 0)
    return {
      state: 'none',
      attempts,
      endMs: null,
      isZoneOpen,
    };
  if (failedAtMs === null)
    return {
      state: 'no-time',
      attempts,
      endMs: null,
      isZoneOpen,
    };

  const endMs =
    failedAtMs + pauseMs * Math.min(2 ** (attempts - 1), MAX_PAUSE_FACTOR);
  if (endMs <= nowMs)
    return {
      state: 'over',
      attempts,
      endMs,
      isZoneOpen,
    };
  return {
    state: isZoneOpen ? 'no-zone' : 'running',
    attempts,
    endMs,
    isZoneOpen,
  };
}

/** Counts failures of which each followed the pause after the one before: only these are attempts. */
function countFailures(
  failures: readonly MessageFailure[],
  pauseMs: number,
): number {
  const messages = new Set<number>();
  let count = 0;
  let last: number | null = null;

  for (const { message, failedAtMs = null, earlierAttempts = 0 } of failures) {
    count += earlierAttempts;
    const key = packMessage(message);

    if (key !== 0 && messages.has(key)) continue;
    messages.add(key);

    if (last === null || failedAtMs === null || failedAtMs - last >= pauseMs)
      count++;
    last = failedAtMs;
  }

  return count;
}
