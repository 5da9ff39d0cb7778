import { PLANS, type Plan } from '../../../data/schema.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { type FailureCause, findCause, getCauseKey } from './failure-cause.ts';
import {
  type FailureList,
  groupByRecipient,
  hasArrived,
  type PlannedFailure,
} from './plan-failures.ts';

/** `people` are the distinct recipients that are known. */
interface PlanCount {
  rows: number;
  people: number;
}

/** A cause, with the failures that share it. */
export interface SharedCause extends FailureCause, PlanCount {}

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
  found: FailureCause,
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
