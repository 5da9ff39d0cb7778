import type { TableRow } from '../table-header.ts';
import { isCodeName, isCountName } from './find-column-kinds.ts';

/** Several codes in one cell: `131026,131049`, `{131026,131049}`. */
const LIST =
  /^[[{(]?\s?["']?\d{5,7}["']?(?:\s?[,;|]\s?["']?\d{5,7}["']?){1,500}\s?[\])}]?$/;
const CODE = /\d+/g;

/** Returns a row for each code of a cell with several, as databases aggregate them. Their total is the count of none. */
export function splitListedCodes(
  names: readonly string[],
  row: TableRow,
): TableRow[] {
  const at = row.cells.findIndex(
    (cell, column) => isCodeName(names[column] ?? '') && LIST.test(cell),
  );

  if (at < 0) return [row];

  const codes = row.cells[at]?.match(CODE) ?? [];

  return codes.map((code) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      if (column === at) return code;

      return isCountName(names[column] ?? '') ? '' : cell;
    }),
  }));
}
