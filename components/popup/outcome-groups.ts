import type { TabPage } from '../../lib/bridge/tab.ts';
import { failureCount, sumOf } from '../../lib/explain/counted.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { outcomeText, triage } from '../../lib/explain/verdict-text.ts';
import { countedRow, type ListGroup, type ListRow, type Reference } from './answer.ts';

type Failure = Pick<Explanation, 'entry' | 'ambiguous'> & { count: number; row: ListRow };

/** Groups failures by action. Pages and pastes share the order and the headings. */
export function outcomeGroups(from: 'page' | 'decoded', failures: readonly Failure[]): ListGroup[] {
  return triage(failures).map(({ outcome, failures: own }) => ({
    id: `${from}-${outcome}` as const,
    heading: outcomeText(outcome),
    // A code that reports success is no failure.
    ...(outcome !== 'fine' && { aside: failureCount(sumOf(own)) }),
    rows: own.map(({ row }) => row),
  }));
}

export function pageGroups({ catalogue }: Reference, page: TabPage | null): ListGroup[] {
  const failures = (page?.codes ?? []).map((found) => {
    const row = { ...countedRow(found, catalogue), onPage: true as const };
    return { entry: row.entry, ambiguous: false, count: found.count, row };
  });
  return outcomeGroups('page', failures);
}
