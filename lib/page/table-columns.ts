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
  if (!row || own >= cells.length || cellsOf(row).length >= cells.length) return columnsBefore(cell);
  const rows: Element[] = [row];
  let above = ofElement(row, 'previousElementSibling');
  for (; above && rows.length < MAX_ROWSPAN; above = ofElement(above, 'previousElementSibling'))
    rows.unshift(above);
  const column = columnsIn(rows).findIndex((cells) => cells.includes(cell));
  return column < 0 ? columnsBefore(cell) : column;
}

/** The cells of some rows, one below the other, by column; those that span several stand in each. */
export function columnsIn(rows: readonly Element[]): Element[][] {
  const columns: Element[][] = [];
  /** For each column the rows that a cell above still takes. */
  let open: number[] = [];
  for (const row of rows) {
    const below = open.map((left) => left - 1);
    let column = 0;
    for (const cell of ofElement(row, 'children')) {
      while ((open[column] ?? 0) > 0) column++;
      const { rowSpan = 1 } = cell as Partial<HTMLTableCellElement>;
      for (const end = column + span(cell); column < end; column++) {
        columns[column] = [...(columns[column] ?? []), cell];
        below[column] = (rowSpan === 0 ? MAX_ROWSPAN : rowSpan) - 1;
      }
    }
    open = below;
  }
  return Array.from(columns, (cells) => cells ?? []);
}

/** Columns that the cells before a cell take in its row. */
function columnsBefore(cell: Element): number {
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
