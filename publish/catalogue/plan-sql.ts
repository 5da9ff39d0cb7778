import {
  type Condition,
  PLAN_FACTS,
  PLAN_RULES,
  type PlanRule,
  type Stage,
} from '../../lib/answer/plan/plan-rules.ts';

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** What an expression of `plan.sql` returns for the rule that applies. */
const OUTCOMES: Readonly<Record<string, (rule: PlanRule) => string>> = {
  rule: ({ name }) => quote(name),
  turn: ({ turn }) => (turn ? quote(turn) : 'NULL'),
  plan: ({ plan = 'none' }) => toPlanExpression(plan),
  reason: ({ reason }) => (reason ? quote(reason) : 'NULL'),
};

const PLACEHOLDER = /\{\{(\w+) of (\w+)(?: by (\w+))?(?:, else (\w+))?\}\}/;

/**
 * Fills in the rules of `data/plan-rules.json`:
 *
 * - `{{rule of failure, else open}}`: the name of the first rule that applies.
 * - `{{turn of turn, else turn}}`: what the first rule that applies decides.
 * - `{{plan of failure}}`: what the rule with the name in `failure_rule` decides; with `by group_rule`, in that column.
 * - `{{sendAfter of failure}}`: the names of the rules after which a message may go later.
 */
export const fillInRules = (template: string): string =>
  template
    .split('\n')
    .map((line) => fillInLine(line))
    .join('\n');

function fillInLine(line: string): string {
  const [placeholder, outcome = '', stage = '', column, otherwise = 'NULL'] =
    PLACEHOLDER.exec(line) ?? [];
  if (!placeholder) return line;

  const rules = PLAN_RULES[stage as Stage];
  if (outcome === 'sendAfter')
    return line.replace(
      placeholder,
      rules
        .flatMap((rule) => (rule.sendAfter ? quote(rule.name) : []))
        .join(', '),
    );

  const indent = /^ */.exec(line)?.[0] ?? '';
  const isFirst = outcome === 'rule' || outcome === 'turn';
  const toCondition = (rule: PlanRule) =>
    isFirst
      ? formatConditions(rule)
      : `${column ?? `${stage}_rule`} = ${quote(rule.name)}`;
  const cases = rules.map(
    (rule) =>
      `${indent}  WHEN ${toCondition(rule)} THEN ${OUTCOMES[outcome]?.(rule)}`,
  );
  const fallback =
    otherwise === 'NULL' || otherwise === stage ? otherwise : quote(otherwise);
  return line.replace(
    placeholder,
    ['CASE', ...cases, `${indent}  ELSE ${fallback}`, `${indent}END`].join(
      '\n',
    ),
  );
}

const formatConditions = ({ when }: PlanRule): string =>
  Object.entries(when)
    .map(([fact, wanted]) => formatComparison(fact, wanted))
    .join(' AND ');

const formatComparison = (fact: string, wanted: Condition): string =>
  typeof wanted === 'number'
    ? `${fact} >= ${wanted}`
    : `${fact} IN (${wanted.map(quote).join(', ')})`;

function toPlanExpression(plan: NonNullable<PlanRule['plan']>): string {
  if (plan === 'none') return 'NULL';
  if (plan === 'code' || plan === 'country' || plan === 'after_pause')
    return PLAN_FACTS[plan];
  return quote(plan);
}
