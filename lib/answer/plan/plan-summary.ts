import { PLANS, type Plan } from '../../../data/schema.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { type FailureCause, findCause, getCauseKey } from './failure-cause.ts';
import {
  type FailureList,
  hasArrived,
  type PlannedFailure,
  type PlannedList,
} from './plan-failures.ts';
import { indexRecipients, type RecipientRows } from './recipient-index.ts';

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
  planned: PlannedList,
  recipients = indexRecipients(failures),
) {
  const plans = new Map<Plan | null, Counter>();
  const causes = new Map<string, NotedCause>();
  const noted = { waited: 0, arrived: 0, openZones: 0 };
  const sendTimes = createSendTimes();

  for (const recipient of recipients) {
    for (const at of recipient.rows) {
      const failure = failures.at(at);
      const decided = planned.at(at);

      addRow(
        getOrInsert(plans, decided?.plan ?? null, createCounter),
        recipient,
      );

      const { plan, reason } = decided ?? {};
      const { entry } = failure ?? {};

      noted.arrived += Number(hasArrived(decided, entry?.success ?? !entry));
      noted.waited += Number(plan === 'now' && reason === 'waited');
      noted.openZones += Number(reason === 'no-zone');

      sendTimes.note(decided);

      const found = findCause(decided, failure);
      if (found) addRow(noteCause(causes, found, at).counter, recipient);
    }
  }

  const getCount = (plan: Plan | null) =>
    readCounter(plans.get(plan) ?? createCounter());

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
      .map(({ cause, firstRow, counter }) => ({
        firstRow,
        cause: { ...cause, ...readCounter(counter) },
      }))
      .sort((a, b) => b.cause.rows - a.cause.rows || a.firstRow - b.firstRow)
      .map(({ cause }): SharedCause => cause),
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

/** Counts rows, and each recipient once. */
interface Counter extends PlanCount {
  /** Who was counted last: the rows of a recipient follow each other. */
  last: RecipientRows | null;
}

const createCounter = (): Counter => ({ rows: 0, people: 0, last: null });

function addRow(counter: Counter, recipient: RecipientRows): void {
  counter.rows++;
  if (recipient.key !== 0 && counter.last !== recipient) counter.people++;
  counter.last = recipient;
}

const readCounter = ({ rows, people }: Counter): PlanCount => ({
  rows,
  people,
});

interface NotedCause {
  cause: FailureCause;
  firstRow: number;
  counter: Counter;
}

function noteCause(
  causes: Map<string, NotedCause>,
  cause: FailureCause,
  row: number,
): NotedCause {
  const noted = getOrInsert(causes, getCauseKey(cause), () => ({
    cause,
    firstRow: row,
    counter: createCounter(),
  }));

  noted.firstRow = Math.min(noted.firstRow, row);

  return noted;
}
