import table from '../../../data/plan-rules.json' with { type: 'json' };
import type { Plan, Turn } from '../../../data/schema.ts';

/** A step of the decision. In each, the first rule that applies decides. */
export type Stage = keyof typeof table.stages;
export type Fact = keyof typeof table.facts;

/** What is known. A fact that is unknown is left out, and no rule that asks for it applies. */
export type Facts = Readonly<
  Partial<Record<Fact, string | number | undefined>>
>;

/** The values that a rule accepts, or for a count the smallest. */
export type Condition = readonly string[] | number;

/** Why a row has its plan, if the code alone does not decide it. */
export const REASONS = [
  'arrived',
  'undecided',
  'country',
  'open-window',
  'closed-window',
  'repeated',
  'no-time',
  'no-zone',
  'waited',
  'unknown-status',
  'unknown-country',
  'stop-list',
  'same-recipient',
] as const;
export type Reason = (typeof REASONS)[number];

export interface PlanRule {
  name: string;
  when: Readonly<Partial<Record<Fact, Condition>>>;
  /** `none`: nothing failed. `code`, `country` and `after_pause`: the plan of that fact. */
  plan?: Plan | 'none' | 'code' | 'country' | 'after_pause';
  /** The turn, if the plan gives it to somebody else than the code. */
  turn?: Turn;
  reason?: Reason;
  /** True if the message may go once the pause is over. */
  sendAfter?: true;
  /** The ID of a source, `entry` for the sources of the code's entry, or `errata` for a decision of this project. */
  source: string;
  because: string;
}

/** The rules as data. `publish/catalogue/plan-sql.ts` writes the same rules as SQL. */
export const PLAN_RULES = table.stages as unknown as Readonly<
  Record<Stage, readonly PlanRule[]>
>;

/** The fact that holds the plan, for plans that are not a rule's own. */
export const PLAN_FACTS = {
  code: 'code_plan',
  country: 'country_plan',
  after_pause: 'after_pause',
} as const;

/** The conditions of each rule as a list, because a table asks for millions of rows. */
const CONDITIONS = new Map(
  Object.values(PLAN_RULES).flatMap((rules) =>
    rules.map(
      (rule) =>
        [rule, Object.entries(rule.when) as [Fact, Condition][]] as const,
    ),
  ),
);

export const findPlanRule = (
  stage: Stage,
  facts: Facts,
): PlanRule | undefined =>
  PLAN_RULES[stage].find((rule) =>
    CONDITIONS.get(rule)?.every(([fact, wanted]) => isMet(wanted, facts[fact])),
  );

function isMet(wanted: Condition, known: string | number | undefined): boolean {
  if (known === undefined) return false;
  return typeof wanted === 'number'
    ? Number(known) >= wanted
    : wanted.includes(String(known));
}

/** Returns the plan of a rule. Null if nothing failed. */
export function getRulePlan({ plan }: PlanRule, facts: Facts): Plan | null {
  if (plan === undefined || plan === 'none') return null;
  if (plan === 'code' || plan === 'country' || plan === 'after_pause')
    return (facts[PLAN_FACTS[plan]] as Plan | undefined) ?? null;
  return plan;
}
