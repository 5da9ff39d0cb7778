import { getNodeProperty, walk } from '../dom/nodes.ts';
import { getBeginning, getShape } from './value-label.ts';

/** Maximum distance of a row from a cell that spans into it. */
const MAX_ROWSPAN = 50;
const MAX_NAME_LENGTH = 40;
const MIN_NAMES = 2;

/**
 * Returns true if a row names the columns of the rows below it: its cells have short texts without digits. A row that
 * looks like the others must have them in all cells.
 *
 * @param rows The next rows, or any of them.
 */
export function namesColumns(
  head: Element,
  rows: readonly [Element, ...Element[]],
): boolean {
  const columns = getRowCells(head);
  if (
    columns.length < MIN_NAMES ||
    getRowCells(rows[0]).length !== columns.length
  )
    return false;

  const isDistinct = getShape(head) !== getShape(rows[0]);
  const cells = [...getNodeProperty(head, 'children')];
  if (!cells.every((cell) => mayBeName(cell, isDistinct))) return false;

  const named = cells.filter((cell) => readName(cell) !== '').length;
  if (named < MIN_NAMES || named * 2 <= cells.length) return false;

  // Two cells often are a name and its value. As columns, the first ones contain numbers.
  return cells.length > MIN_NAMES || rows.every(hasDigitInFirstCell);
}

const readName = (cell: Element): string =>
  getBeginning(cell, MAX_NAME_LENGTH + 1).trim();

/**
 * Returns true for a short text without digits.
 *
 * @param isDistinct The row looks different from the others.
 */
function mayBeName(cell: Element, isDistinct: boolean): boolean {
  const name = readName(cell);

  // The header of check boxes may be empty, and that of several buttons, such as "Edit" and "Delete".
  if (name === '') return isDistinct || getColumnSpan(cell) > 1;

  const isValue = (isDistinct ? /\p{Nd}{3}/u : /\p{Nd}|:$/u).test(name);

  return name.length <= MAX_NAME_LENGTH && !isValue;
}

export function hasDigitInFirstCell(row: Element): boolean {
  const first = getNodeProperty(row, 'firstElementChild');
  return first !== null && /\p{Nd}/u.test(getBeginning(first, MAX_NAME_LENGTH));
}

/**
 * Returns the column index of a cell. Cells that span rows occupy columns of the rows below, which then have fewer
 * cells than the header.
 *
 * @param cells The header of each column.
 */
export function getColumnIndex(
  cell: Element,
  cells: readonly Element[],
): number {
  const row = getNodeProperty(cell, 'parentElement');
  const own = row ? getNodeProperty(row, 'childElementCount') : 0;
  // Every cell has a column of its own.
  if (own === cells.length) return (cell as HTMLTableCellElement).cellIndex;

  const columns = row ? getRowCells(row) : [];
  if (!row || columns.length >= cells.length) return columns.indexOf(cell);

  const rows = [row, ...walk(row, 'previousElementSibling', MAX_ROWSPAN - 1)];

  const column = getColumns(rows.reverse()).findIndex((cells) =>
    cells.includes(cell),
  );

  return column < 0 ? columns.indexOf(cell) : column;
}

/** Returns the cells of several rows by column. A cell that spans columns is in each of them. */
export function getColumns(rows: readonly Element[]): Element[][] {
  const columns: Element[][] = [];
  /** For each column, the number of rows that a cell above still occupies. */
  let open: number[] = [];

  for (const row of rows) {
    const below = open.map((left) => left - 1);
    let column = 0;

    for (const cell of getNodeProperty(row, 'children')) {
      while ((open[column] ?? 0) > 0) column++;

      const { rowSpan = 1 } = cell as Partial<HTMLTableCellElement>;

      for (const end = column + getColumnSpan(cell); column < end; column++) {
        columns[column] = [...(columns[column] ?? []), cell];
        below[column] = (rowSpan === 0 ? MAX_ROWSPAN : rowSpan) - 1;
      }
    }

    open = below;
  }

  return Array.from(columns, (cells) => cells ?? []);
}

export const getRowCells = (row: Element): Element[] =>
  [...getNodeProperty(row, 'children')].flatMap((cell) =>
    Array<Element>(getColumnSpan(cell)).fill(cell),
  );

const getColumnSpan = (cell: Element) =>
  Math.max(1, (cell as Partial<HTMLTableCellElement>).colSpan ?? 1);
