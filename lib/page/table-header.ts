import {
  allIn,
  attributeOf,
  firstIn,
  holds,
  isElement,
  isText,
  nearestOf,
  ofElement,
  ofNode,
  styleOf,
} from '../dom/nodes.ts';
import { cellsOf, columnOf, columnsBefore } from './table-columns.ts';
import { isTableCell } from './text-layout.ts';

const GRID = '[role="grid"],[role="treegrid"],[role="table"]';
/** Attributes by which grids made of `div` tie a cell to its heading: ARIA, AG Grid, MUI. */
const COLUMN_KEYS = ['aria-colindex', 'col-id', 'data-field'] as const;
const MAX_HEADER = 80;
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
  /** Of tables without a marked head. */
  plainHeads: Map<Element, Head | null>;
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

function headingOf(cell: Element, { heads, plainHeads }: KnownHeadings): Element | null {
  if (!isTableCell(cell)) {
    const grid = nearestOf(cell, GRID);
    if (grid) return gridHeading(cell, grid);
  }
  const table = nearestOf(cell, 'table') as HTMLTableElement | null;
  if (!table) return null;
  const named = attributeOf(cell, 'headers')?.split(/\s+/)[0];
  if (named) return table.querySelector(`#${CSS.escape(named)}`);
  const head = headOf(table, heads, headRow);
  if (head) return headingIn(head, cell);
  const split = splitHead(table, columnsBefore(cell));
  if (split) return split;
  const plain = headOf(table, plainHeads, plainHeadRow);
  return plain && headingIn(plain, cell);
}

function headOf(
  table: HTMLTableElement,
  known: Map<Element, Head | null>,
  find: (table: HTMLTableElement) => Element | null,
): Head | null {
  let head = known.get(table);
  if (head === undefined) {
    const row = find(table);
    head = row && { row, cells: cellsOf(row) };
    known.set(table, head);
  }
  return head;
}

function headingIn(head: Head, cell: Element): Element | null {
  return head.row === ofNode(cell, 'parentElement') ? null : (head.cells[columnOf(cell, head.cells)] ?? null);
}

function gridHeading(cell: Element, grid: Element): Element | null {
  const owner = nearestOf(cell, COLUMN_KEYS.map((key) => `[${key}]`).join()) ?? cell;
  for (const key of COLUMN_KEYS) {
    const value = attributeOf(owner, key);
    if (value === null) continue;
    const heading = firstIn(grid, `[role="columnheader"][${key}="${CSS.escape(value)}"]`);
    if (heading) return heading;
  }
  const row = nearestOf(cell, '[role="row"]');
  if (!row) return null;
  const place = [...allIn(row, '[role="cell"],[role="gridcell"],[role="rowheader"]')].indexOf(cell);
  const heading = allIn(grid, '[role="columnheader"]').item(place);
  return place < 0 || holds(row, heading) ? null : heading;
}

/** A page of XML may have others of that name. */
const isTable = (table: Element) => 'rows' in table;

/** The last row of the head, or a first row made of headings. */
export function headRow(table: HTMLTableElement): Element | null {
  if (!isTable(table)) return null;
  const { tHead } = table;
  if (tHead?.rows.length) return tHead.rows.item(tHead.rows.length - 1);
  const first = table.querySelector('tr');
  if (!first || (first.children.length < 2 && !isOneColumn(table))) return null;
  for (const child of first.children) if (ofElement(child, 'localName') !== 'th') return null;
  return first;
}

/** Two columns may as well be names and values. */
const LEAST_PLAIN = 3;
const MAX_PLAIN = 40;

/** A first row of words alone, as consoles without `th` have it. */
export function plainHeadRow(table: HTMLTableElement): Element | null {
  if (!isTable(table)) return null;
  const [first, second] = table.rows;
  if (!first || first.cells.length < LEAST_PLAIN || second?.cells.length !== first.cells.length) return null;
  for (const cell of first.cells) {
    const text = cell.textContent.trim();
    if (text === '' || text.length > MAX_PLAIN || /\d/.test(text)) return null;
  }
  return first;
}

/** Else a lone heading is the title of the table. */
function isOneColumn({ rows }: HTMLTableElement): boolean {
  const [first, second] = rows;
  const isLone = (row: HTMLTableRowElement | undefined) =>
    row?.cells.length === 1 && (row.cells.item(0)?.colSpan ?? 0) === 1;
  return isLone(first) && isLone(second);
}

/** A table without a head whose columns stand in the head of another table beside it. */
function splitHead(table: HTMLTableElement, column: number): Element | null {
  let around = table.parentElement;
  for (let climbed = 0; around && climbed < 4; climbed++) {
    for (const other of allIn(around, 'table') as NodeListOf<HTMLTableElement>) {
      const head = other === table || table.contains(other) || other.contains(table) ? null : headRow(other);
      if (head && (other.tHead || other.rows.length === 1)) return cellsOf(head)[column] ?? null;
    }
    around = ofNode(around, 'parentElement');
  }
  return null;
}

/** What a reader sees of a heading: without words for screen readers alone, and icons made of words. */
function shownText(heading: Element): string {
  let text = '';
  const read = (parent: Element) => {
    for (const child of ofNode(parent, 'childNodes')) {
      if (isText(child)) text += child.data;
      else if (isElement(child) && !isUnseen(child)) read(child);
    }
  };
  read(heading);
  return text.trim() === '' ? (ofNode(heading, 'textContent') ?? '') : text;
}

function isUnseen(element: Element): boolean {
  if (attributeOf(element, 'aria-hidden') === 'true') return true;
  const style = styleOf(element);
  if (!style || style.display === 'none' || style.visibility === 'hidden') return true;
  const { position, clip, clipPath, width } = style;
  if (position !== 'absolute' && position !== 'fixed') return false;
  return clip !== 'auto' || clipPath.startsWith('inset(') || Number.parseFloat(width) <= 1;
}
