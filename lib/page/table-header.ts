import { isElement, isText } from './layout.ts';

const GRID = '[role="grid"],[role="treegrid"],[role="table"]';
/** Attributes by which grids made of `div` tie a cell to its heading: ARIA, AG Grid, MUI. */
const COLUMN_KEYS = ['aria-colindex', 'col-id', 'data-field'] as const;
const MAX_HEADER = 80;
/** A row further down than this is not reached by a cell that spans rows. */
const MAX_ROWSPAN = 50;
/** Arrows that show how a column is sorted. */
const SORTED = /[\s\u2190-\u21ff\u25a0-\u25ff\u2b00-\u2bff]+$/u;

/** The last row of a table's head. */
interface Head {
  row: Element;
  /** The heading of each column. */
  cells: readonly Element[];
}

/** Headings found before; to be dropped when the page may have changed. */
export interface KnownHeadings {
  texts: Map<Element, string>;
  heads: Map<Element, Head | null>;
}

/** Text of the heading above a cell. Knows tables, tables with their head in a table of its own (Ant Design), and ARIA grids. */
export function columnHeader(cell: Element, known: KnownHeadings): string {
  const heading = headingOf(cell, known);
  if (!heading || heading === cell) return '';
  let text = known.texts.get(heading);
  if (text === undefined) {
    text = shownText(heading).replace(/\s+/g, ' ').replace(SORTED, '').trim().slice(0, MAX_HEADER);
    known.texts.set(heading, text);
  }
  return text;
}

function headingOf(cell: Element, { heads }: KnownHeadings): Element | null {
  if (cell.localName !== 'td' && cell.localName !== 'th') {
    const grid = cell.closest(GRID);
    if (grid) return gridHeading(cell, grid);
  }
  const table = cell.closest('table');
  if (!table) return null;
  const named = cell.getAttribute('headers')?.split(/\s+/)[0];
  if (named) return table.querySelector(`#${CSS.escape(named)}`);
  let head = heads.get(table);
  if (head === undefined) {
    const row = headRow(table);
    head = row && { row, cells: cellsOf(row) };
    heads.set(table, head);
  }
  if (head) return head.row === cell.parentElement ? null : (head.cells[columnOf(cell, head)] ?? null);
  return splitHead(table, columnsBefore(cell));
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
      const head = other === table || table.contains(other) || other.contains(table) ? null : headRow(other);
      if (head && (other.tHead || other.rows.length === 1)) return cellsOf(head)[column] ?? null;
    }
    around = around.parentElement;
  }
  return null;
}

/** Cells that span rows take columns of the rows below, which then have fewer cells than the head. */
function columnOf(cell: Element, { cells }: Head): number {
  const row = cell.parentElement;
  // Each has a column of its own.
  if (row?.childElementCount === cells.length) return (cell as HTMLTableCellElement).cellIndex;
  // No cell takes less than a column, and to count those is quick.
  if (!row || row.childElementCount >= cells.length || columnsOf(row) >= cells.length)
    return columnsBefore(cell);
  const rows: Element[] = [row];
  for (
    let above = row.previousElementSibling;
    above && rows.length < MAX_ROWSPAN;
    above = above.previousElementSibling
  )
    rows.unshift(above);
  let open: number[] = [];
  for (const { children } of rows) {
    const below = open.map((left) => left - 1);
    let column = 0;
    for (const other of children) {
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
  for (const cell of row.children) columns += span(cell);
  return columns;
}

function columnsBefore(cell: Element): number {
  let column = 0;
  let sibling = cell.previousElementSibling;
  while (sibling) {
    column += span(sibling);
    sibling = sibling.previousElementSibling;
  }
  return column;
}

/** The cells of a row, one for each column. */
function cellsOf(row: Element): Element[] {
  return [...row.children].flatMap((cell) => new Array<Element>(span(cell)).fill(cell));
}

function span(cell: Element): number {
  return Math.max(1, (cell as Partial<HTMLTableCellElement>).colSpan ?? 1);
}

/** What a reader sees of a heading: without words for screen readers alone, and icons made of words. */
function shownText(heading: Element): string {
  let text = '';
  const read = (parent: Element) => {
    for (const child of parent.childNodes) {
      if (isText(child)) text += child.data;
      else if (isElement(child) && !isUnseen(child)) read(child);
    }
  };
  read(heading);
  return text.trim() === '' ? (heading.textContent ?? '') : text;
}

function isUnseen(element: Element): boolean {
  if (element.ariaHidden === 'true') return true;
  const { display, visibility, position, clip, clipPath, width } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden') return true;
  if (position !== 'absolute' && position !== 'fixed') return false;
  return clip !== 'auto' || clipPath.startsWith('inset(') || Number.parseFloat(width) <= 1;
}
