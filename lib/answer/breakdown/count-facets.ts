import { PLANS, type Plan } from '../../../data/schema.ts';
import type { Facet, FacetColumn } from './facet-column.ts';
import type { Counted, FacetValue } from './find-associations.ts';

/** Messages with one value of a facet. */
export interface ValueCount {
  value: string;
  messages: number;
  failed: number;
  /** Failures by plan, in the order of `PLANS`. */
  byPlan: readonly number[];
}

export interface FacetCounts {
  facet: Facet;
  /** With the most failures first, those that only have delivered messages last. */
  values: readonly ValueCount[];
}

/** What the pictures of a table show. */
export interface Breakdown {
  messages: number;
  failed: number;
  facets: readonly FacetCounts[];
}

/** One facet with one of its values, by which rows are filtered. */
export interface FacetFilter {
  facet: Facet;
  value: string;
}

/** The plan of each row: an index into `PLANS`, or `NOT_FAILED`. */
export type RowPlans = Uint8Array;

export const NOT_FAILED = PLANS.length;

const PLAN_INDEXES = new Map<Plan | null, number>([
  ...PLANS.map((plan, at) => [plan, at] as const),
  [null, NOT_FAILED],
]);

export const getPlanIndex = (plan: Plan | null): number =>
  PLAN_INDEXES.get(plan) ?? NOT_FAILED;

/** Counts the rows of a table by the values of its columns and by plan. */
export function countFacets(
  columns: readonly FacetColumn[],
  plans: RowPlans,
): Breakdown {
  const length = plans.length;
  const failed = plans.reduce(
    (sum, plan) => sum + Number(plan !== NOT_FAILED),
    0,
  );

  const facets = columns
    .filter((column) => column.isUsable)
    .map((column) => ({
      facet: column.facet,
      values: countValues(column, plans),
    }));

  return { messages: length, failed, facets };
}

function countCells(column: FacetColumn, plans: RowPlans): Uint32Array {
  const width = PLANS.length + 1;
  const cells = new Uint32Array(column.values.length * width);

  for (let row = 0; row < plans.length; row++) {
    const cell = column.at(row) * width + (plans[row] ?? NOT_FAILED);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }

  return cells;
}

function countValues(column: FacetColumn, plans: RowPlans): ValueCount[] {
  const width = PLANS.length + 1;
  const cells = countCells(column, plans);

  return column.values
    .map((value, at) => {
      const own = cells.slice(at * width, (at + 1) * width);
      const byPlan = [...own.subarray(0, NOT_FAILED)];
      const failed = byPlan.reduce((sum, count) => sum + count, 0);
      return {
        value,
        failed,
        byPlan,
        messages: failed + (own[NOT_FAILED] ?? 0),
      };
    })
    .filter(({ messages }) => messages > 0)
    .sort((a, b) => b.failed - a.failed || b.messages - a.messages);
}

/** Returns whether a row has the value of a filter. */
export function createRowFilter(
  columns: readonly FacetColumn[],
  filter: FacetFilter | null,
): (row: number) => boolean {
  const column = columns.find(({ facet }) => facet === filter?.facet);
  if (!filter || !column) return () => filter === null;

  const code = column.values.indexOf(filter.value);
  return (row) => column.at(row) === code;
}

/** Facets whose values are known of messages that did not fail as well. */
const isOfMessages = ({ facet }: FacetColumn) => facet !== 'code';

/** Counts the groups of a table for `findAssociations`, without the rows of some of them. */
export function countMessages(
  columns: readonly FacetColumn[],
  plans: RowPlans,
  left: readonly FacetValue[] = [],
): Counted {
  const usable = columns.filter(
    (column) => column.isUsable && isOfMessages(column),
  );

  const excluded = left.flatMap(({ facet, value }) => {
    const column = usable.find((one) => one.facet === facet);
    return column ? [{ column, code: column.values.indexOf(value) }] : [];
  });

  const counts = usable.map(({ values }) => ({
    messages: new Uint32Array(values.length),
    failed: new Uint32Array(values.length),
  }));

  const total = { messages: 0, failed: 0 };

  for (let row = 0; row < plans.length; row++) {
    if (excluded.some(({ column, code }) => column.at(row) === code)) continue;

    const failed = Number(plans[row] !== NOT_FAILED);
    total.messages++;
    total.failed += failed;

    for (const [at, column] of usable.entries())
      addRow(counts[at], column.at(row), failed);
  }

  const groups = usable.flatMap(({ facet, values }, at) =>
    values.flatMap((value, code) => {
      const messages = counts[at]?.messages[code] ?? 0;
      const failed = counts[at]?.failed[code] ?? 0;
      return value && messages
        ? [
            {
              facet,
              value,
              messages,
              failed,
            },
          ]
        : [];
    }),
  );

  return { groups, total };
}

function addRow(
  counts: { messages: Uint32Array; failed: Uint32Array } | undefined,
  code: number,
  failed: number,
): void {
  if (!counts) return;
  counts.messages[code] = (counts.messages[code] ?? 0) + 1;
  counts.failed[code] = (counts.failed[code] ?? 0) + failed;
}
