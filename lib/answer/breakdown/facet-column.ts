import { getOrInsert } from '../../core/get-or-insert.ts';

/** What the rows of a table are counted by. `hour` is that of the day, `period` a span on the calendar. */
export const FACETS = [
  'period',
  'template',
  'country',
  'code',
  'sender',
  'category',
  'hour',
] as const;

export type Facet = (typeof FACETS)[number];

const BLOCK_ROWS = 1 << 16;
/** More values than that are no groups: the column has something else in each row. */
const MAX_VALUES = 2_000;
const MAX_VALUE_UNITS = 120;

export type FacetColumn = ReturnType<typeof createFacetColumn>;

/** Keeps one value for each row of a table, in two bytes. */
export function createFacetColumn(facet: Facet) {
  /** The first is that of rows that do not say it. */
  const values = [''];
  const codes = new Map([['', 0]]);
  const blocks: Uint16Array[] = [];
  let length = 0;
  let isTooLong = false;

  function addValue(value: string): number {
    if (values.length > MAX_VALUES) {
      isTooLong = true;
      return 0;
    }

    return values.push(value) - 1;
  }

  return {
    facet,
    values,
    get length() {
      return length;
    },
    /** False if the rows share no values, so that counting them says nothing. */
    get isUsable() {
      return !isTooLong && values.length > 1;
    },
    push(text = '') {
      const value = text.slice(0, MAX_VALUE_UNITS);
      const code = isTooLong
        ? (codes.get(value) ?? 0)
        : getOrInsert(codes, value, addValue);

      const at = length++;
      if (at % BLOCK_ROWS === 0) blocks.push(new Uint16Array(BLOCK_ROWS));
      blocks.at(-1)?.set([code], at % BLOCK_ROWS);
    },
    /** Returns the index of the row's value. */
    at: (row: number): number =>
      blocks[Math.floor(row / BLOCK_ROWS)]?.[row % BLOCK_ROWS] ?? 0,
  };
}
