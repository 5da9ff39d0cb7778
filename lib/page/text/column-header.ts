import { getOrInsert } from '../../core/get-or-insert.ts';
import { SUBCODE_NAME } from '../../detect/hit.ts';
import {
  closest,
  contains,
  getAttribute,
  getElementProperty,
  getNodeProperty,
  getStyle,
  isElementNode,
  isTextNode,
  queryAll,
} from '../../dom/nodes.ts';
import { getColumnIndex, getColumns, getRowCells } from './table-columns.ts';
import { isTableCell } from './text-layout.ts';
import { getBeginning } from './value-label.ts';

const GRID = '[role="grid"],[role="treegrid"],[role="table"]';
const GRID_CELL = '[role="cell"],[role="gridcell"],[role="rowheader"]';
/** Attributes with which grids of `div` elements link a cell to its header: ARIA, AG Grid, MUI. */
const COLUMN_KEYS = ['aria-colindex', 'col-id', 'data-field'] as const;
const COLUMN_KEY = COLUMN_KEYS.map((key) => `[${key}]`).join();
/** Attributes with which responsive tables repeat the header on each cell. */
const OWN_HEADS = ['data-label', 'data-title', 'data-th'] as const;
const MAX_HEADER_LENGTH = 80;
const MAX_SHOWN_LENGTH = 500;
const SORT_ARROWS = /[\s\u2190-\u21ff\u25a0-\u25ff\u2b00-\u2bff]+$/u;

/** The headers of a table. */
interface Head {
  /** Their container. */
  around: Element;
  /** The header of each column. */
  cells: readonly Element[];
  /** Headers of a grid by an attribute of their cells: `aria-colindex=4`. */
  keyed?: ReadonlyMap<string, Element>;
  /** True if one of them is for subcodes. Computed on first use. */
  hasSubcodes?: boolean;
}

/** Cache of headers, once for each table. Discard it when the page may have changed. */
export interface HeadingCache {
  texts: Map<Element, string>;
  heads: Map<Element, Head | null>;
  /** Tables below an element that contain only headers. */
  lone: Map<Element, readonly Head[]>;
}

export const createHeadingCache = (): HeadingCache => ({
  texts: new Map(),
  heads: new Map(),
  lone: new Map(),
});

/**
 * Returns the column header of a cell. Supports tables, tables with their header in a separate table (Ant Design), and
 * ARIA grids. Returns null if the columns have no headers, and `''` if this column has none.
 */
export function findColumnHeader(cell: Element, known: HeadingCache): string | null {
  const table = findTable(cell);
  const head = table && getHead(table, known);
  const heading = head && findHeading(head, cell);
  const own = heading || !table ? '' : getOwnHeading(cell, table);
  if (own) return own;
  if (!heading) return head ? '' : null;
  return getOrInsert(known.texts, heading, () => {
    const shown = getShownText(heading)
      .replace(/\s+/g, ' ')
      .slice(0, MAX_SHOWN_LENGTH)
      .replace(SORT_ARROWS, '')
      .trim();
    return (shown || (getAttribute(heading, 'aria-label') ?? '')).slice(0, MAX_HEADER_LENGTH);
  });
}

/** Returns the text of the cell of a row below a header for subcodes. Empty if the table has no such column. */
export function readSubcodeCell(row: Element, known: HeadingCache): string {
  const table = findTable(row);
  const head = table && getHead(table, known);
  if (!head) return '';
  head.hasSubcodes ??= head.cells.some((cell) => SUBCODE_NAME.test(getBeginning(cell)));
  if (!head.hasSubcodes) return '';
  const isSubcode = (cell: Element) => SUBCODE_NAME.test(findColumnHeader(cell, known) ?? '');
  const cell = [...getElementProperty(row, 'children')].find(isSubcode);
  return cell ? getBeginning(cell).trim() : '';
}

function findTable(cell: Element): Element | null {
  return (isTableCell(cell) ? null : closest(cell, GRID)) ?? closest(cell, 'table');
}

function getOwnHeading(cell: Element, table: Element): string {
  const id = getAttribute(cell, 'headers')?.trim().split(/\s+/).at(-1);
  const named = id && table.querySelector(`#${CSS.escape(id)}`);
  if (named && named !== cell)
    return getShownText(named).replace(/\s+/g, ' ').trim().slice(0, MAX_HEADER_LENGTH);
  for (const name of OWN_HEADS) {
    const text = getAttribute(cell, name)?.trim();
    if (text) return text.slice(0, MAX_HEADER_LENGTH);
  }
  return '';
}

const getHead = (table: Element, known: HeadingCache) =>
  getOrInsert(known.heads, table, () =>
    isTable(table)
      ? (findMarkedHead(table) ?? findAdjacentHead(table, known) ?? findPlainHead(table))
      : findGridHead(table),
  );

function findHeading({ around, cells, keyed }: Head, cell: Element): Element | null {
  if (contains(around, cell)) return null;
  if (isTableCell(cell)) return cells[getColumnIndex(cell, cells)] ?? null;
  const owner = keyed?.size ? closest(cell, COLUMN_KEY) : null;
  for (const key of owner ? COLUMN_KEYS : []) {
    const heading = keyed?.get(`${key}=${getAttribute(owner as Element, key)}`);
    if (heading) return heading;
  }
  const row = closest(cell, '[role="row"]');
  return row ? (cells[[...queryAll(row, GRID_CELL)].indexOf(cell)] ?? null) : null;
}

function findGridHead(grid: Element): Head | null {
  const keyed = new Map<string, Element>();
  const cells = [...queryAll(grid, '[role="columnheader"]')].filter((one) => closest(one, GRID) === grid);
  for (const cell of cells) {
    const owner = closest(cell, COLUMN_KEY) ?? cell;
    for (const key of COLUMN_KEYS) {
      const value = contains(grid, owner) ? getAttribute(owner, key) : null;
      if (value !== null && !keyed.has(`${key}=${value}`)) keyed.set(`${key}=${value}`, cell);
    }
  }
  const around = cells[0] && (closest(cells[0], '[role="row"]') ?? cells[0]);
  return around ? { around, cells, keyed } : null;
}

/** A page of XML can have other elements with this name. */
const isTable = (table: Element): table is HTMLTableElement => 'rows' in table;

function findMarkedHead(table: HTMLTableElement): Head | null {
  const { tHead } = table;
  if (tHead?.rows.length) return { around: tHead, cells: pickLowest(getColumns([...tHead.rows])) };
  const row = findHeadRow(table);
  return row && { around: row, cells: getRowCells(row) };
}

/** Returns the last non-empty header of each column, if several are stacked. */
const pickLowest = (columns: readonly (readonly Element[])[]): Element[] =>
  columns.flatMap(
    (cells) => cells.findLast((cell) => getBeginning(cell).trim() !== '') ?? cells.at(-1) ?? [],
  );

/** Returns the last row of the `thead`, or a first row of header cells. */
export function findHeadRow(table: HTMLTableElement): Element | null {
  if (!isTable(table)) return null;
  const { tHead } = table;
  if (tHead?.rows.length) return tHead.rows.item(tHead.rows.length - 1);
  const first = table.querySelector('tr');
  if (!first || (first.children.length < 2 && !isOneColumn(table))) return null;
  let headings = 0;
  for (const child of first.children) {
    if (getElementProperty(child, 'localName') === 'th') headings++;
    else if (getBeginning(child).trim() !== '') return null;
  }
  return headings > 0 ? first : null;
}

/** Maximum columns of a table of names and values. In such a table, the values below the first header contain digits. */
const MAX_PAIR_COLUMNS = 2;
const MAX_PLAIN_LENGTH = 40;

function findPlainHead(table: HTMLTableElement): Head | null {
  const row = findPlainHeadRow(table);
  return row && { around: row, cells: getRowCells(row) };
}

/** Returns a first row that contains only words, as in consoles without `th`. */
export function findPlainHeadRow(table: HTMLTableElement): Element | null {
  if (!isTable(table)) return null;
  const [first, second, third] = [0, 1, 2].map((at) => table.rows.item(at));
  // The header of buttons, such as "Edit" and "Delete", spans columns, and may be empty.
  const columns = first ? getRowCells(first).length : 0;
  if (!first || columns < MAX_PAIR_COLUMNS || !second || getRowCells(second).length !== columns) return null;
  for (const cell of first.cells) {
    const text = getBeginning(cell).trim();
    const isNamed = text !== '' || cell.colSpan > 1;
    if (!isNamed || text.length > MAX_PLAIN_LENGTH || /\p{Nd}/u.test(text)) return null;
  }
  if (first.cells.length > MAX_PAIR_COLUMNS) return first;
  const hasDigits = (row: HTMLTableRowElement | null | undefined) =>
    /\p{Nd}/u.test(getBeginning(row?.cells[0] ?? first));
  return hasDigits(second) && (!third || hasDigits(third)) ? first : null;
}

/** Returns true if the first two rows have one cell each. Otherwise, a single header cell is the title of the table. */
function isOneColumn({ rows }: HTMLTableElement): boolean {
  const isLone = (row: HTMLTableRowElement | null) =>
    row?.cells.length === 1 && (row.cells.item(0)?.colSpan ?? 0) === 1;
  return isLone(rows.item(0)) && isLone(rows.item(1));
}

/** Maximum levels of wrappers around a scrolling table body. */
const MAX_WRAPPER_LEVELS = 7;

/** Finds the header of a table in a separate table next to it, among tables with one header table each. */
function findAdjacentHead(table: HTMLTableElement, { lone }: HeadingCache): Head | null {
  const first = table.rows.item(0);
  const columns = first ? getRowCells(first).length : 0;
  let around = table.parentElement;
  for (let climbed = 0; around && climbed < MAX_WRAPPER_LEVELS; climbed++) {
    const heads = getOrInsert(lone, around, findLoneHeads);
    const head = heads.find((one) => !contains(table, one.around) && one.cells.length >= columns);
    if (head) return head;
    around = getNodeProperty(around, 'parentElement');
  }
  return null;
}

/** Returns the header tables below an element, if they are at least half of its tables. */
function findLoneHeads(around: Element): readonly Head[] {
  const tables = [...queryAll(around, 'table')];
  const heads = tables.flatMap((other) => findLoneHead(other as HTMLTableElement) ?? []);
  return heads.length * 2 < tables.length ? [] : heads;
}

/** Returns the header of a table that contains nothing else. */
function findLoneHead(table: HTMLTableElement): Head | null {
  if (!isTable(table) || table.rows.length !== (table.tHead?.rows.length || 1)) return null;
  return findMarkedHead(table);
}

/** Returns the visible text of a header, without text for screen readers and without icon ligatures. */
function getShownText(heading: Element): string {
  let text = '';
  const readChildren = (parent: Element) => {
    for (const child of getNodeProperty(parent, 'childNodes')) {
      if (isTextNode(child)) text += child.data;
      else if (isElementNode(child) && !isUnseen(child)) readChildren(child);
    }
  };
  readChildren(heading);
  return text.trim() === '' ? (getNodeProperty(heading, 'textContent') ?? '') : text;
}

function isUnseen(element: Element): boolean {
  if (getAttribute(element, 'aria-hidden') === 'true') return true;
  const style = getStyle(element);
  if (!style || style.display === 'none' || style.visibility === 'hidden') return true;
  const { position, clip, clipPath, width } = style;
  if (position !== 'absolute' && position !== 'fixed') return false;
  return clip !== 'auto' || clipPath.startsWith('inset(') || Number.parseFloat(width) <= 1;
}
