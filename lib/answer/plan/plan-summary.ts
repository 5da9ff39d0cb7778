import { type Entry, PLANS, type Plan } from '../../../data/schema.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  type FailureList,
  groupByRecipient,
  hasArrived,
  type MessageFailure,
  type PlannedFailure,
} from './plan.ts';

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
  const causes = new Map<string, SharedCause & { firstRow: number }>();
  let [waited, arrived, openZones] = [0, 0, 0];

  for (const { key, rows } of groupByRecipient(failures)) {
    const counted = new Set<PlanCount>();

    const add = (count: PlanCount) => {
      count.rows++;
      if (key !== 0 && !counted.has(count)) count.people++;
      counted.add(count);
    };

    for (const at of rows) {
      const { plan = null, reason } = planned[at] ?? {};

      add(getOrInsert(plans, plan, () => ({ rows: 0, people: 0 })));

      const { entry } = failures.at(at) ?? {};
      if (hasArrived(planned[at], entry?.success ?? !entry)) arrived++;
      if (plan === 'now' && reason === 'waited') waited++;
      if (reason === 'no-zone') openZones++;

      const found = findCause(planned[at], failures.at(at));
      if (!found) continue;

      const makeCause = () => ({ ...found, rows: 0, people: 0, firstRow: at });
      const cause = getOrInsert(causes, getCauseKey(found), makeCause);

      cause.firstRow = Math.min(cause.firstRow, at);
      add(cause);
    }
  }

  const getCount = (plan: Plan | null) =>
    plans.get(plan) ?? { rows: 0, people: 0 };

  return {
    counts: Object.fromEntries(
      PLANS.map((plan) => [plan, getCount(plan)]),
    ) as Record<Plan, PlanCount>,
    notFailed: getCount(null).rows,
    /** Those of them that have an error, but arrived. */
    arrived,
    /** Rows in `now` because their wait is over. */
    waited,
    /** Rows that the zone of their times decides. */
    openZones,
    /** What is to be fixed or checked, never arrives, or only support can end, the most common first. */
    causes: [...causes.values()]
      .sort((a, b) => b.rows - a.rows || a.firstRow - b.firstRow)
      .map(({ firstRow: _, ...cause }): SharedCause => cause),
  };
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
