import { getElementProperty, getNodeProperty } from '../../dom/nodes.ts';

/** Maximum distance of a row from a cell that spans into it. */
const MAX_ROWSPAN = 50;

/**
 * Returns the column index of a cell. Cells that span rows occupy columns of the rows below, which then have fewer
 * cells than the header.
 *
 * @param cells The header of each column.
 */
export function getColumnIndex(cell: Element, cells: readonly Element[]): number {
  const row = getNodeProperty(cell, 'parentElement');
  const own = row ? getElementProperty(row, 'childElementCount') : 0;
  // Every cell has a column of its own.
  if (own === cells.length) return (cell as HTMLTableCellElement).cellIndex;
  const columns = row ? getRowCells(row) : [];
  if (!row || columns.length >= cells.length) return columns.indexOf(cell);
  const rows: Element[] = [row];
  let above = getElementProperty(row, 'previousElementSibling');
  for (; above && rows.length < MAX_ROWSPAN; above = getElementProperty(above, 'previousElementSibling'))
    rows.unshift(above);
  const column = getColumns(rows).findIndex((cells) => cells.includes(cell));
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
    for (const cell of getElementProperty(row, 'children')) {
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

/** Returns the cells of a row, one for each column. */
export function getRowCells(row: Element): Element[] {
  return [...getElementProperty(row, 'children')].flatMap((cell) =>
    new Array<Element>(getColumnSpan(cell)).fill(cell),
  );
}

function getColumnSpan(cell: Element): number {
  return Math.max(1, (cell as Partial<HTMLTableCellElement>).colSpan ?? 1);
}
