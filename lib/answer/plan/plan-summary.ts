import { type Entry, PLANS, type Plan } from '../../../data/schema.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  type FailureList,
  groupByRecipient,
  hasArrived,
  type MessageFailure,
  type PlannedFailure,
} from './plan-failures.ts';

/** `people` are the distinct recipients that are known. */
interface PlanCount {
  rows: number;
  people: number;
}

/** What many messages share: one paused template or one unpaid account is one thing to fix. */
export interface SharedCause extends PlanCount {
  planned: PlannedFailure & { plan: Plan };
  entry: Entry;
  template: string | null;
}

export type PlanSummary = ReturnType<typeof summarizePlans>;

/** Counts rows and recipients by plan. The rows of all plans and those that did not fail are all rows. */
export function summarizePlans(
  failures: FailureList,
  planned: readonly PlannedFailure[],
) {
  const plans = new Map<Plan | null, PlanCount>();
  const causes = new Map<string, NotedCause>();
  const noted = { waited: 0, arrived: 0, openZones: 0 };
  const sendTimes = createSendTimes();

  for (const { key, rows } of groupByRecipient(failures)) {
    const add = createCounter(key !== 0);

    for (const at of rows) {
      const failure = failures.at(at);
      const decided = planned[at];

      add(getOrInsert(plans, decided?.plan ?? null, createCount));

      const { plan, reason } = decided ?? {};
      const { entry } = failure ?? {};

      noted.arrived += Number(hasArrived(decided, entry?.success ?? !entry));
      noted.waited += Number(plan === 'now' && reason === 'waited');
      noted.openZones += Number(reason === 'no-zone');

      sendTimes.note(decided);

      const found = findCause(decided, failure);
      if (found) add(noteCause(causes, found, at));
    }
  }

  const getCount = (plan: Plan | null) => plans.get(plan) ?? createCount();

  return {
    counts: Object.fromEntries(
      PLANS.map((plan) => [plan, getCount(plan)]),
    ) as Record<Plan, PlanCount>,
    notFailed: getCount(null).rows,
    /** Those of them that have an error, but arrived. */
    arrived: noted.arrived,
    /** Rows in `now` because their wait is over. */
    waited: noted.waited,
    /** Rows that the zone of their times decides. */
    openZones: noted.openZones,
    /** When the first and the last row of `wait` may go. Empty if no time is known. */
    sendTimesMs: sendTimes.list(),
    /** What is to be fixed or checked, never arrives, or only support can end, the most common first. */
    causes: [...causes.values()]
      .sort((a, b) => b.rows - a.rows || a.firstRow - b.firstRow)
      .map(({ firstRow: _, ...cause }): SharedCause => cause),
  };
}

/** Keeps the first and the last time at which rows of `wait` may go. */
function createSendTimes() {
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;

  return {
    note(planned: PlannedFailure | undefined): void {
      if (planned?.plan !== 'wait' || planned.sendAfterMs === null) return;

      firstMs = Math.min(firstMs, planned.sendAfterMs);
      lastMs = Math.max(lastMs, planned.sendAfterMs);
    },
    list: (): readonly number[] => (lastMs < firstMs ? [] : [firstMs, lastMs]),
  };
}

const createCount = (): PlanCount => ({ rows: 0, people: 0 });

/** Returns what counts the rows of one recipient, who counts once in each count. */
function createCounter(isKnown: boolean): (count: PlanCount) => void {
  const counted = new Set<PlanCount>();

  return (count) => {
    count.rows++;
    if (isKnown && !counted.has(count)) count.people++;
    counted.add(count);
  };
}

type NotedCause = SharedCause & { firstRow: number };

function noteCause(
  causes: Map<string, NotedCause>,
  found: NonNullable<ReturnType<typeof findCause>>,
  row: number,
): NotedCause {
  const cause = getOrInsert(causes, getCauseKey(found), () => ({
    ...found,
    ...createCount(),
    firstRow: row,
  }));

  cause.firstRow = Math.min(cause.firstRow, row);

  return cause;
}

/** Returns true if support may have to help with failures, or somebody has to fix what they share. */
export const hasTicket = ({
  planned,
  entry,
}: Pick<SharedCause, 'planned' | 'entry'>): boolean =>
  planned.plan === 'fix' || ['meta', 'provider'].includes(entry.verdict.turn);

/** Returns what many rows may share. A template is the cause only of codes about templates. */
export function findCause(
  planned: PlannedFailure | undefined,
  { entry = null, ambiguous, template }: Partial<MessageFailure> = {},
): Omit<SharedCause, keyof PlanCount> | null {
  const plan = planned?.plan;
  if (!plan || !entry || ambiguous) return null;

  const cause = { planned: { ...planned, plan }, entry };
  if ((plan === 'now' || plan === 'slowly') && !hasTicket(cause)) return null;

  return {
    ...cause,
    template: (entry.class === 'template' && template) || null,
  };
}

export const getCauseKey = ({
  planned,
  entry,
  template,
}: Omit<SharedCause, keyof PlanCount>): string =>
  [
    planned.plan,
    planned.reason,
    planned.reason === 'country' && planned.country,
    entry.key,
    template,
  ].join(' ');
