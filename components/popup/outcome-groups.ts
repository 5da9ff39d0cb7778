import type { Explanation } from '../../lib/explain/explanation.ts';
import { countFailures, formatFailureCount } from '../../lib/format/failure-counts.ts';
import { formatPlan, groupByPlan } from '../../lib/format/verdict-text.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import {
  createCountedRow,
  type ListGroup,
  type ListRow,
  type LookupContext,
  type Reference,
} from './answer.ts';

type ListedFailure = Pick<Explanation, 'entry' | 'ambiguous'> & {
  count: number;
  cause?: string | null;
  row: ListRow;
};

/** Groups failures by action. Pages and pastes share the order and the headings. */
export function createOutcomeGroups(
  from: 'page' | 'decoded',
  failures: readonly ListedFailure[],
): ListGroup[] {
  return groupByPlan(failures).map(({ plan, failures: own }) => {
    const count = countFailures(own);
    return {
      id: `${from}-${plan ?? 'fine'}` as const,
      heading: formatPlan(plan),
      ...(count > 0 && { aside: formatFailureCount(count) }),
      rows: own.map(({ row }) => row),
    };
  });
}

export function createPageGroups(
  { catalogue }: Reference,
  page: TabPage | null,
  context: LookupContext,
): ListGroup[] {
  const failures = (page?.codes ?? []).map((found) => {
    const row = { ...createCountedRow(found, catalogue, context), onPage: true as const };
    return { entry: row.entry, ambiguous: row.undecided !== undefined, count: found.count, row };
  });
  return createOutcomeGroups('page', failures);
}
