import type { TableRow } from '../table-header.ts';
import { isCodeName, isCountName } from './find-column-kinds.ts';

/** Fields of one record. */
const MAX_FIELDS = 12;
const MAX_COLUMNS = 6;
const MIN_RECORDS = 2;

/** Rows above the first pair: titles, and the names of both columns. */
const MAX_ROWS_ABOVE = 3;

type Rows = readonly Pick<TableRow, 'cells'>[];

/**
 * Turns rows of which each has the name of a field and its value into records: `error_code | 131047`, `count | 412`, and the
 * same names again. Returns null for other rows.
 */
export function turnPairs(all: readonly TableRow[]) {
  const columns = Math.min(all[0]?.cells.length ?? 0, MAX_COLUMNS);

  for (let above = 0; above <= MAX_ROWS_ABOVE; above++)
    for (let at = 0; at + 1 < columns; at++) {
      const rows = all.slice(above);
      const names = findNames(rows, at);
      if (names.length > 0)
        return { names, rows: joinRecords(rows, at, names) };
    }

  return null;
}

/** Returns the names that come again in a column, one of a code and one of a count, or none. */
function findNames(rows: Rows, at: number): readonly string[] {
  const cells = rows
    .slice(0, MIN_RECORDS * MAX_FIELDS)
    .map((row) => row.cells[at] ?? '');

  const period = cells.indexOf(cells[0] ?? '', 1);
  const names = cells.slice(0, Math.max(0, period));
  const again = cells.slice(period, MIN_RECORDS * period);
  const areCounts = names.some(isCodeName) && names.some(isCountName);

  return areCounts && names.join() === again.join() ? names : [];
}

/** Makes one row of the values of each record. */
function joinRecords(
  rows: readonly TableRow[],
  at: number,
  names: readonly string[],
): TableRow[] {
  const isOther = ({ cells }: TableRow, row: number) =>
    cells[at] !== names[row % names.length];

  const end = rows.findIndex(isOther);
  const pairs = end < 0 ? rows : rows.slice(0, end);

  return pairs.flatMap(({ start, line }, row) => {
    const fields = pairs.slice(row, row + names.length);
    const cells = fields.map((one) => one.cells[at + 1] ?? '');

    return row % names.length === 0 ? [{ start, line, cells }] : [];
  });
}
