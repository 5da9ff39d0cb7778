import { ofElement, ofNode } from '../dom/nodes.ts';

/** A row further down than this is not reached by a cell that spans rows. */
const MAX_ROWSPAN = 50;

/**
 * Which column of a table a cell stands in. Cells that span rows take columns of the rows below, which then have fewer cells than the
 * head.
 *
 * @param cells The heading of each column.
 */
export function columnOf(cell: Element, cells: readonly Element[]): number {
  const row = ofNode(cell, 'parentElement');
  const own = row ? ofElement(row, 'childElementCount') : 0;
  // Each has a column of its own.
  if (own === cells.length) return (cell as HTMLTableCellElement).cellIndex;
  // No cell takes less than a column, and to count those is quick.
  if (!row || own >= cells.length || columnsOf(row) >= cells.length) return columnsBefore(cell);
  const rows: Element[] = [row];
  let above = ofElement(row, 'previousElementSibling');
  for (; above && rows.length < MAX_ROWSPAN; above = ofElement(above, 'previousElementSibling'))
    rows.unshift(above);
  let open: number[] = [];
  for (const row of rows) {
    const below = open.map((left) => left - 1);
    let column = 0;
    for (const other of ofElement(row, 'children')) {
      while ((open[column] ?? 0) > 0) column++;
      if (other === cell) return column;
      const { rowSpan = 1 } = other as Partial<HTMLTableCellElement>;
      for (const end = column + span(other); column < end; column++)
        below[column] = (rowSpan === 0 ? MAX_ROWSPAN : rowSpan) - 1;
    }
    open = below;
  }
  return columnsBefore(cell);
}

function columnsOf(row: Element): number {
  let columns = 0;
  for (const cell of ofElement(row, 'children')) columns += span(cell);
  return columns;
}

/** Columns that the cells before a cell take in its row. */
export function columnsBefore(cell: Element): number {
  let column = 0;
  let sibling = ofElement(cell, 'previousElementSibling');
  while (sibling) {
    column += span(sibling);
    sibling = ofElement(sibling, 'previousElementSibling');
  }
  return column;
}

/** The cells of a row, one for each column. */
export function cellsOf(row: Element): Element[] {
  return [...ofElement(row, 'children')].flatMap((cell) => new Array<Element>(span(cell)).fill(cell));
}

function span(cell: Element): number {
  return Math.max(1, (cell as Partial<HTMLTableCellElement>).colSpan ?? 1);
}
