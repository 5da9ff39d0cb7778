const GRID = '[role="grid"],[role="treegrid"],[role="table"]';
/** Attributes by which grids made of `div` tie a cell to its heading: ARIA, AG Grid, MUI. */
const COLUMN_KEYS = ['aria-colindex', 'col-id', 'data-field'] as const;
const MAX_HEADER = 80;

/**
 * Text of the heading above a cell. Knows tables, tables with their head in a table of its own (Ant Design), and ARIA grids.
 *
 * @param known Headings found before, by heading element; the caller drops it when the page may have changed.
 */
export function columnHeader(cell: Element, known: Map<Element, string>): string {
  const heading = headingOf(cell);
  if (!heading || heading === cell) return '';
  let text = known.get(heading);
  if (text === undefined) {
    text = (heading.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, MAX_HEADER);
    known.set(heading, text);
  }
  return text;
}

function headingOf(cell: Element): Element | null {
  const grid = cell.closest(GRID);
  if (grid && cell.localName !== 'td' && cell.localName !== 'th') return gridHeading(cell, grid);
  const table = cell.closest('table');
  if (!table) return null;
  const named = cell.getAttribute('headers')?.split(/\s+/)[0];
  if (named) return table.querySelector(`#${CSS.escape(named)}`);
  const column = columnOf(cell);
  const head = headRow(table);
  if (head) return head === cell.parentElement ? null : cellAt(head, column);
  return splitHead(table, column);
}

function gridHeading(cell: Element, grid: Element): Element | null {
  const owner = cell.closest(COLUMN_KEYS.map((key) => `[${key}]`).join()) ?? cell;
  for (const key of COLUMN_KEYS) {
    const value = owner.getAttribute(key);
    if (value === null) continue;
    const heading = grid.querySelector(`[role="columnheader"][${key}="${CSS.escape(value)}"]`);
    if (heading) return heading;
  }
  const row = cell.closest('[role="row"]');
  if (!row) return null;
  const place = [...row.querySelectorAll('[role="cell"],[role="gridcell"],[role="rowheader"]')].indexOf(cell);
  const heading = grid.querySelectorAll('[role="columnheader"]').item(place);
  return place < 0 || row.contains(heading) ? null : heading;
}

/** The last row of the head, or a first row made of headings. */
function headRow(table: HTMLTableElement): Element | null {
  const { tHead } = table;
  if (tHead?.rows.length) return tHead.rows.item(tHead.rows.length - 1);
  const first = table.querySelector('tr');
  if (!first || first.children.length < 2) return null;
  for (const child of first.children) if (child.localName !== 'th') return null;
  return first;
}

/** A table without a head whose columns stand in the head of another table beside it. */
function splitHead(table: HTMLTableElement, column: number): Element | null {
  let around = table.parentElement;
  for (let climbed = 0; around && climbed < 4; climbed++) {
    for (const other of around.querySelectorAll('table')) {
      const head =
        other === table || table.contains(other) || other.contains(table) ? null : other.tHead?.rows[0];
      if (head) return cellAt(head, column);
    }
    around = around.parentElement;
  }
  return null;
}

function columnOf(cell: Element): number {
  let column = 0;
  let sibling = cell.previousElementSibling;
  while (sibling) {
    column += span(sibling);
    sibling = sibling.previousElementSibling;
  }
  return column;
}

function cellAt(row: Element, column: number): Element | null {
  let passed = 0;
  for (const cell of row.children) {
    passed += span(cell);
    if (passed > column) return cell;
  }
  return null;
}

function span(cell: Element): number {
  return Math.max(1, (cell as Partial<HTMLTableCellElement>).colSpan ?? 1);
}
