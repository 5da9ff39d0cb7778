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
  const plans = new Map<Plan | null, PlanTally>();
  const causes = new Map<string, Pick<SharedCause, 'entry' | 'template'> & { tally: PlanTally }>();
  let waited = 0;
  for (const [at, { plan, reason }] of planned.entries()) {
    const { entry, template: own, recipient } = failures.at(at) ?? {};
    const key = packRecipientKey(recipient);
    getOrInsert(plans, plan, createTally).add(key);
    if (plan === 'now' && reason === 'waited') waited++;
    if (plan !== 'fix' || !entry) continue;
    const template = (entry.class === 'template' && own) || null;
    const makeCause = () => ({ entry, template, tally: createTally() });
    getOrInsert(causes, `${entry.key} ${template}`, makeCause).tally.add(key);
  }
  const getCount = (plan: Plan | null) => plans.get(plan)?.count() ?? { rows: 0, people: 0 };
  return {
    counts: Object.fromEntries(PLANS.map((plan) => [plan, getCount(plan)])) as PlanSummary['counts'],
    notFailed: getCount(null).rows,
    waited,
    causes: [...causes.values()]
      .map(({ tally, ...cause }) => ({ ...cause, ...tally.count() }))
      .sort((a, b) => b.rows - a.rows),
  };
}

type PlanTally = ReturnType<typeof createTally>;

/** Counts rows and distinct recipients. A set of a million numbers would take ten times the memory. */
function createTally() {
  let keys = new Float64Array(64);
  let rows = 0;
  return {
    add(key: number) {
      if (rows === keys.length) {
        const longer = new Float64Array(2 * rows);
        longer.set(keys);
        keys = longer;
      }
      keys[rows++] = key;
    },
    count(): PlanCount {
      const sorted = keys.slice(0, rows).sort();
      return { rows, people: sorted.filter((key, at) => key !== 0 && key !== sorted[at - 1]).length };
    },
  };
}
