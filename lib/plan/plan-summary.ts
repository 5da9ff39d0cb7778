import { type Entry, PLANS, type Plan } from '../../data/schema.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { FailureList, PlannedFailure } from './plan.ts';
import { packRecipientKey } from './recipient.ts';

/** `people` are the distinct recipients that are known. */
export interface PlanCount {
  rows: number;
  people: number;
}

/** What many messages share: one paused template or one unpaid account is one thing to fix. */
export interface SharedCause extends PlanCount {
  entry: Entry;
  /** Only for codes about templates. */
  template: string | null;
}

export interface PlanSummary {
  counts: Readonly<Record<Plan, PlanCount>>;
  /** Rows that did not fail. */
  notFailed: number;
  /** Rows in `now` because their wait is over. */
  waited: number;
  /** What is to be fixed, the most common first. */
  causes: readonly SharedCause[];
}

/** Counts rows and recipients by plan. The rows of all plans and those that did not fail are all rows. */
export function summarizePlans(failures: FailureList, planned: readonly PlannedFailure[]): PlanSummary {
  const fixes = new Map<string, number[]>();
  const byPlan = new Map<Plan | null, number[]>();
  planned.forEach(({ plan }, at) => {
    getOrInsert(byPlan, plan, (): number[] => []).push(at);
    if (plan === 'fix') getOrInsert(fixes, JSON.stringify(getShared(at)), (): number[] => []).push(at);
  });
  function getShared(at: number): [key: string | undefined, template: string | null] {
    const { entry, template } = failures.at(at) ?? {};
    return [entry?.key, (entry?.class === 'template' && template) || null];
  }
  function count(rows: readonly number[] = []): PlanCount {
    // A set of a million numbers takes ten times the memory.
    const people = Float64Array.from(rows, (at) => packRecipientKey(failures.at(at)?.recipient)).sort();
    const isNew = (key: number, at: number) => key !== 0 && key !== people[at - 1];
    return { rows: rows.length, people: people.filter(isNew).length };
  }
  return {
    counts: Object.fromEntries(PLANS.map((plan) => [plan, count(byPlan.get(plan))])) as PlanSummary['counts'],
    notFailed: count(byPlan.get(null)).rows,
    waited: byPlan.get('now')?.filter((at) => planned[at]?.reason === 'waited').length ?? 0,
    causes: [...fixes.values()]
      .sort((a, b) => b.length - a.length)
      .flatMap((rows) => {
        const [at = 0] = rows;
        const { entry } = failures.at(at) ?? {};
        return entry ? { entry, template: getShared(at)[1], ...count(rows) } : [];
      }),
  };
}
