import { getOrInsert } from '../../core/get-or-insert.ts';
import { SUBCODE_NAME } from '../../detect/hit.ts';
import {
  closest,
  contains,
  getAttribute,
  getElementIndex,
  getNodeProperty,
  getStyle,
  isElementNode,
  isTextNode,
  queryAll,
  walk,
} from '../dom/nodes.ts';
import { findPlainCell, findPlainHeadRow } from './plain-grid.ts';
import { CELL, isTableCell } from './readable-text.ts';
import {
  getColumnIndex,
  getColumns,
  getRowCells,
  namesColumns,
} from './table-columns.ts';
import { getBeginning } from './value-label.ts';

export const GRID = '[role="grid"],[role="treegrid"],[role="table"]';
const GRID_CELL = '[role="cell"],[role="gridcell"],[role="rowheader"]';
/** Attributes with which grids of `div` elements link a cell to its header: ARIA, AG Grid, MUI. */
const COLUMN_KEYS = ['aria-colindex', 'col-id', 'data-field'] as const;
const COLUMN_KEY = COLUMN_KEYS.map((key) => `[${key}]`).join();
/** Attributes with which responsive tables repeat the header on each cell. */
const OWN_HEADS = ['data-label', 'data-title', 'data-th'] as const;
const MAX_HEADER_LENGTH = 80;
const MAX_SHOWN_LENGTH = 500;
const SORT_ARROWS = /[\s\u2190-\u21ff\u25a0-\u25ff\u2b00-\u2bff]+$/u;

type Head = NonNullable<ReturnType<typeof toHead>>;

/** Cache of headers, once for each table. Discard it when the page may have changed. */
export class HeadingCache {
  readonly texts = new Map<Element, string>();
  /** By the table, or by the parent of the rows of a plain grid. */
  readonly heads = new Map<Node, Head | null>();
  /** The texts of all columns of a head. */
  readonly columns = new Map<Head, readonly string[]>();
  /** The header of the subcodes of a head. */
  readonly subcodes = new Map<Head, Element | null>();
  /** Tables below an element that contain only headers. */
  readonly lone = new Map<Element, readonly Head[]>();
}

/**
 * Finds the cell around an element, its row if that is in a grid of plain elements, and the text of its column header: null
 * if the columns have no headers, and `''` if this column has none.
 */
export function findTableCell(element: Element, known: HeadingCache) {
  const cell = isTableCell(element) ? element : closest(element, CELL);
  if (cell)
    return { cell, plainRow: null, header: findColumnHeader(cell, known) };

  const plain = findPlainCell(element);

  const heading =
    plain && findHeading(getPlainHead(plain.row, known), plain.cell);

  return (
    heading && {
      cell: plain.cell,
      plainRow: plain.row,
      header: readHeading(heading, known),
    }
  );
}

/** Returns the header of a cell: null if the columns have none, and `''` if only this column has none. */
export function findColumnHeader(
  cell: Element,
  known: HeadingCache,
): string | null {
  const table = findTable(cell);
  const head = table && getTableHead(table, known);
  const heading = findHeading(head, cell);
  if (heading) return readHeading(heading, known);

  return (table && getOwnHeading(cell, table, known)) || (head && '');
}

/** Returns the header of each cell of a table row. Null unless each cell has a column of its own. */
export function readRowHeaders(
  row: Element,
  known: HeadingCache,
): readonly string[] | null {
  const table =
    getNodeProperty(row, 'localName') === 'tr' ? closest(row, 'table') : null;
  const head = table && getTableHead(table, known);
  const isWhole =
    head?.cells.length === getNodeProperty(row, 'childElementCount');

  if (!head || !isWhole || contains(head.around, row)) return null;

  return getOrInsert(known.columns, head, () =>
    head.cells.map((cell) => readHeading(cell, known)),
  );
}

export function findHead(
  row: Element,
  isPlain: boolean,
  known: HeadingCache,
): Head | null {
  const table = isPlain ? null : findTable(row);
  return isPlain
    ? getPlainHead(row, known)
    : table && getTableHead(table, known);
}

/** Returns the text of the cell of a row below a header for subcodes. Empty if the table has no such column. */
export function readSubcodeCell(
  row: Element,
  isPlain: boolean,
  known: HeadingCache,
): string {
  const head = findHead(row, isPlain, known);

  const heading = head && getSubcodeHeading(head, known);
  if (!heading) return '';

  const cells = [...getNodeProperty(row, 'children')];
  const cell = cells.find((one) => findHeading(head, one) === heading);

  return cell ? getBeginning(cell).trim() : '';
}

const getSubcodeHeading = (head: Head, known: HeadingCache) =>
  getOrInsert(
    known.subcodes,
    head,
    () =>
      head.cells.find((cell) => SUBCODE_NAME.test(readHeading(cell, known))) ??
      null,
  );

const readHeading = (heading: Element, known: HeadingCache) =>
  getOrInsert(known.texts, heading, () => {
    const shown = getShownText(heading)
      .replace(/\s+/g, ' ')
      .slice(0, MAX_SHOWN_LENGTH)
      .replace(SORT_ARROWS, '')
      .trim();

    return (shown || (getAttribute(heading, 'aria-label') ?? '')).slice(
      0,
      MAX_HEADER_LENGTH,
    );
  });

function findTable(cell: Element): Element | null {
  return (
    (isTableCell(cell) ? null : closest(cell, GRID)) ?? closest(cell, 'table')
  );
}

function getOwnHeading(
  cell: Element,
  table: Element,
  known: HeadingCache,
): string {
  const id = getAttribute(cell, 'headers')?.trim().split(/\s+/).at(-1);
  const named = id && table.querySelector(`#${CSS.escape(id)}`);
  if (named && named !== cell) return readHeading(named, known);

  for (const name of OWN_HEADS) {
    const text = getAttribute(cell, name)?.trim();
    if (text) return text.slice(0, MAX_HEADER_LENGTH);
  }

  return '';
}

const getTableHead = (table: Element, known: HeadingCache) =>
  getOrInsert(known.heads, table, () =>
    isTable(table)
      ? (toHead(findMarkedHeadRow(table)) ??
        findAdjacentHead(table, known) ??
        toHead(findNamingRow(table)))
      : findGridHead(table),
  );

const getPlainHead = (row: Element, known: HeadingCache) =>
  getOrInsert(known.heads, getNodeProperty(row, 'parentNode') ?? row, () =>
    toHead(findPlainHeadRow(row), readClasses),
  );

/** @param readKeys Returns what a cell may share with its header only. */
function toHead(
  row: Element | null,
  readKeys = (_cell: Element): string[] => [],
) {
  if (!row) return null;

  const around = closest(row, 'thead') ?? row;

  const cells: readonly Element[] =
    around === row
      ? getRowCells(row)
      : pickLowest(getColumns([...around.children]));

  /** Headers of a grid by what their cells share: `aria-colindex=4`, or a class. */
  const keyed = new Map<string, Element>();

  for (const key of cells.flatMap(readKeys)) {
    const [only, other] = cells.filter((cell) => readKeys(cell).includes(key));
    if (only && !other) keyed.set(key, only);
  }

  return { around, cells, keyed };
}

const readClasses = (cell: Element) =>
  (getAttribute(cell, 'class') ?? '').split(/\s+/).filter(Boolean);

const readColumnKeys = (owner: Element) =>
  COLUMN_KEYS.flatMap((key) => {
    const value = getAttribute(owner, key);
    return value === null ? [] : `${key}=${value}`;
  });

function findHeading(head: Head | null, cell: Element): Element | null {
  if (!head || contains(head.around, cell)) return null;

  const { cells, keyed } = head;

  if (isTableCell(cell)) return cells[getColumnIndex(cell, cells)] ?? null;

  const owner = closest(cell, COLUMN_KEY) ?? cell;

  const key = [...readColumnKeys(owner), ...readClasses(cell)].find((one) =>
    keyed.has(one),
  );

  if (key !== undefined) return keyed.get(key) ?? null;

  return cells[getGridColumnIndex(cell, cells.length)] ?? null;
}

function getGridColumnIndex(cell: Element, columns: number): number {
  const parent = getNodeProperty(cell, 'parentElement');
  // Every cell has a column of its own.
  if (parent && getNodeProperty(parent, 'childElementCount') === columns)
    return getElementIndex(cell);

  const row = closest(cell, '[role="row"]');
  const others = row ? queryAll(row, GRID_CELL) : (parent?.children ?? []);

  return [...others].indexOf(cell);
}

function findGridHead(grid: Element): Head | null {
  const keyed = new Map<string, Element>();

  const cells = [...queryAll(grid, '[role="columnheader"]')].filter(
    (one) => closest(one, GRID) === grid,
  );

  for (const cell of cells) {
    const owner = closest(cell, COLUMN_KEY) ?? cell;
    if (contains(grid, owner))
      for (const key of readColumnKeys(owner))
        getOrInsert(keyed, key, () => cell);
  }

  const around = cells[0] && (closest(cells[0], '[role="row"]') ?? cells[0]);

  return around ? { around, cells, keyed } : null;
}

/** A page of XML can have other elements with this name. */
const isTable = (table: Element): table is HTMLTableElement => 'rows' in table;

/** Returns the last non-empty header of each column, if several are stacked. */
const pickLowest = (columns: readonly (readonly Element[])[]): Element[] =>
  columns.flatMap(
    (cells) =>
      cells.findLast((cell) => getBeginning(cell).trim() !== '') ??
      cells.at(-1) ??
      [],
  );

/** Returns the row that names the columns of a table, with or without header markup. */
export const findHeadRow = (table: Element): Element | null =>
  isTable(table) ? (findMarkedHeadRow(table) ?? findNamingRow(table)) : null;

/** Returns the last row of the `thead`, or a first row of header cells. */
function findMarkedHeadRow(table: HTMLTableElement): Element | null {
  const { tHead } = table;
  if (tHead?.rows.length) return tHead.rows.item(tHead.rows.length - 1);

  const first = table.querySelector('tr');
  if (!first || (first.children.length < 2 && !isOneColumn(table))) return null;

  const isHeader = (cell: Element) =>
    getNodeProperty(cell, 'localName') === 'th';

  const cells = [...first.children];

  const isHead = cells.every(
    (cell) => isHeader(cell) || getBeginning(cell).trim() === '',
  );

  return isHead && cells.some(isHeader) ? first : null;
}

/** Returns a first row that contains only words, as in consoles without `th`. */
function findNamingRow(table: HTMLTableElement): Element | null {
  const [first, second, ...more] = [0, 1, 2].flatMap(
    (at) => table.rows.item(at) ?? [],
  );

  return first && second && namesColumns(first, [second, ...more])
    ? first
    : null;
}

/** Returns true if the first two rows have one cell each. Otherwise, a single header cell is the title of the table. */
function isOneColumn({ rows }: HTMLTableElement): boolean {
  const isLone = (row: HTMLTableRowElement | null) =>
    row?.cells.length === 1 && (row.cells.item(0)?.colSpan ?? 0) === 1;
  return isLone(rows.item(0)) && isLone(rows.item(1));
}

/** Maximum levels of wrappers around a scrolling table body, and maximum tables in one that is searched for its header table. */
const MAX_WRAPPER_LEVELS = 7;
const MAX_TABLES = 100;

/** Finds the header of a table in a separate table next to it, among tables with one header table each. */
function findAdjacentHead(
  table: HTMLTableElement,
  { lone }: HeadingCache,
): Head | null {
  const first = table.rows.item(0);
  const columns = first ? getRowCells(first).length : 0;

  for (const around of walk(table, 'parentElement', MAX_WRAPPER_LEVELS)) {
    const heads = getOrInsert(lone, around, findLoneHeads);

    const head = heads.find(
      (one) => !contains(table, one.around) && one.cells.length >= columns,
    );

    if (head) return head;
  }

  return null;
}

/** Returns the heads of tables that contain nothing else below an element, if they are at least half of its tables. */
function findLoneHeads(around: Element): readonly Head[] {
  const found = Element.prototype.getElementsByTagName.call(around, 'table');
  const tables = found.item(MAX_TABLES) ? [] : [...found];

  const heads = tables.flatMap((table) => {
    const isLone =
      isTable(table) && table.rows.length === (table.tHead?.rows.length || 1);
    return (isLone && toHead(findMarkedHeadRow(table))) || [];
  });

  return heads.length * 2 < tables.length ? [] : heads;
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

  return text.trim() === ''
    ? (getNodeProperty(heading, 'textContent') ?? '')
    : text;
}

function isUnseen(element: Element): boolean {
  if (getAttribute(element, 'aria-hidden') === 'true') return true;

  const style = getStyle(element);
  if (!style || style.display === 'none' || style.visibility === 'hidden')
    return true;

  const { position, clip, clipPath, width } = style;
  if (position !== 'absolute' && position !== 'fixed') return false;

  return (
    clip !== 'auto' ||
    clipPath.startsWith('inset(') ||
    Number.parseFloat(width) <= 1
  );
}
