import type { RowFailure } from '../explain/row-failure.ts';
import {
  findFailureCountry,
  type PlannedFailure,
} from '../plan/plan-failures.ts';
import {
  type Breakdown,
  countFacets,
  createRowFilter,
  type FacetFilter,
  getPlanIndex,
} from './count-facets.ts';
import { createFacetColumn } from './facet-column.ts';
import { createTimeColumns } from './periods.ts';

const DAY_MS = 86_400_000;

/** Counts the failures of a page by what their rows say, and creates filters of them. */
export function countFailures(
  failures: readonly (RowFailure & { code: string })[],
  planned: readonly PlannedFailure[],
): {
  breakdown: Breakdown;
  createFilter: (filter: FacetFilter | null) => (row: number) => boolean;
} {
  const template = createFacetColumn('template');
  const country = createFacetColumn('country');
  const code = createFacetColumn('code');

  for (const failure of failures) {
    template.push(failure.template);
    country.push(findFailureCountry(failure) ?? '');
    code.push(failure.code);
  }

  const times = createTimeColumns(failures.length, {
    getWrittenMs: (row) => failures[row]?.writtenMs ?? null,
    hasHours: failures.some(({ writtenMs }) => (writtenMs ?? 0) % DAY_MS > 0),
  });

  const columns = [...times, template, country, code];
  const plans = Uint8Array.from(planned, ({ plan }) => getPlanIndex(plan));

  return {
    breakdown: countFacets(columns, plans),
    createFilter: (filter) => createRowFilter(columns, filter),
  };
}
