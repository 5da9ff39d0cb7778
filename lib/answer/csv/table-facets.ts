import type { Catalogue } from '../../catalogue/catalogue.ts';
import { memoize } from '../../core/get-or-insert.ts';
import {
  type Breakdown,
  countFacets,
  countMessages,
  createRowFilter,
  type FacetFilter,
  getPlanIndex,
  type RowPlans,
} from '../breakdown/count-facets.ts';
import { createFacetColumn } from '../breakdown/facet-column.ts';
import { findFacetColumns } from '../breakdown/facet-columns.ts';
import {
  type Association,
  findAssociations,
} from '../breakdown/find-associations.ts';
import { createTimeColumns } from '../breakdown/periods.ts';
import type { FailureTable } from '../plan/failure-table.ts';
import {
  findFailureCountry,
  type MessageFailure,
  type PlannedList,
  planFailures,
} from '../plan/plan-failures.ts';

const FIRST_ROWS = 1 << 16;

export type TableFacets = ReturnType<typeof createTableFacets>;

/**
 * Keeps by what the rows of a table can be counted: about 11 bytes a row.
 *
 * @param taken Columns with codes and details.
 */
export function createTableFacets(
  names: readonly string[],
  failures: FailureTable,
  taken: readonly number[],
  catalogue: Catalogue,
) {
  const { columns } = failures;
  const found = findFacetColumns(names, [
    ...taken,
    ...columns.times,
    columns.recipient,
    columns.status,
    columns.message,
    columns.template,
    columns.country,
  ]);

  const template = createFacetColumn('template');
  const country = createFacetColumn('country');
  const code = createFacetColumn('code');
  const sender = createFacetColumn('sender');
  const category = createFacetColumn('category');
  const own = [template, country, code, sender, category];

  let firstPlans: RowPlans = new Uint8Array(FIRST_ROWS);
  let times: ReturnType<typeof createTimeColumns> = [];

  /** By code and status alone, until all rows are known. */
  const getFirstPlan = memoize((failure: MessageFailure) =>
    getPlanIndex(planFailures([failure], catalogue, 0)[0]?.plan ?? null),
  );

  function pushPlan(row: number, plan: number): void {
    if (row === firstPlans.length) {
      const longer = new Uint8Array(2 * row);
      longer.set(firstPlans);
      firstPlans = longer;
    }

    firstPlans[row] = plan;
  }

  const readTimes = () =>
    createTimeColumns(code.length, {
      getWrittenMs: (row) => failures.getWrittenMs(row),
      hasHours: failures.hasHours,
    });

  return {
    push(
      readCell: (column: number | undefined) => string | undefined,
      failure: MessageFailure,
      recipient: number,
      failedCode: string,
    ): void {
      const plan = getFirstPlan(failure);

      pushPlan(code.length, plan);
      template.push(failure.template);
      country.push(
        findFailureCountry({
          recipient: Number.isNaN(recipient) ? undefined : recipient,
          country: failure.country,
        }) ?? '',
      );
      code.push(failedCode);
      sender.push(readCell(found.sender));
      category.push(readCell(found.category));
    },
    /** Counts the rows so far, whose plans are those of their codes. */
    countFirst(): Breakdown {
      return countFacets(
        [...readTimes(), ...own],
        firstPlans.subarray(0, code.length),
      );
    },
    /** Counts all rows. Call it once all are known. */
    count(planned: PlannedList): {
      breakdown: Breakdown;
      associations: readonly Association[];
    } {
      const plans: RowPlans = new Uint8Array(planned.length);

      for (let row = 0; row < plans.length; row++)
        plans[row] = getPlanIndex(planned.at(row)?.plan ?? null);

      times = readTimes();

      const all = [...times, ...own];

      return {
        breakdown: countFacets(all, plans),
        associations: findAssociations(countMessages(all, plans), (left) =>
          countMessages(all, plans, left),
        ),
      };
    },
    /** Call it after `count`. */
    createFilter: (filter: FacetFilter | null) =>
      createRowFilter([...times, ...own], filter),
  };
}
