import { closest, getElementProperty, getNodeProperty, matches, query } from '../../dom/nodes.ts';
import { getBeginning } from './value-label.ts';

const MAX_VALUE_LENGTH = 24;
/** Number of rows above and below whose cells are compared with a cell. */
const MAX_ROWS_EACH_SIDE = 8;

const TABLE_SELECTOR = 'table,[role="grid"],[role="treegrid"],[role="table"]';
const ROW_SELECTOR = 'tr,[role="row"]';
const HEADER_SELECTOR = 'th,[role="columnheader"],[role="rowheader"]';

/** Returns the row of an element, if neither the table nor the row has headers. Returns null otherwise. */
export function findUnheadedRow(element: Element): Element | null {
  const row = closest(element, ROW_SELECTOR);
  const table = row && closest(row, TABLE_SELECTOR);
  const first = table && query(table, ROW_SELECTOR);
  return first && !query(first, HEADER_SELECTOR) && !query(row, HEADER_SELECTOR) ? row : null;
}

export const isTableRow = (element: Element): boolean => matches(element, ROW_SELECTOR);

/** Returns the values around a cell in its column, one on each line, for a table without headers. Returns `''` otherwise. */
export function readColumnCells(cell: Element): string {
  const row = findUnheadedRow(cell);
  if (!row) return '';
  const cells = getElementProperty(row, 'childElementCount');
  let place = -1;
  for (
    let at: Element | null = getCellInRow(cell, row);
    at;
    at = getElementProperty(at, 'previousElementSibling')
  )
    place++;
  const values: string[] = [];
  for (const other of getRowsAround(row)) {
    if (getElementProperty(other, 'childElementCount') !== cells) continue;
    const beside = getElementProperty(other, 'children').item(place);
    values.push(beside ? getBeginning(beside, MAX_VALUE_LENGTH).trim() : '');
  }
  return values.length < 2 ? '' : values.join('\n');
}

export function getRowsAround(row: Element): Element[] {
  const rows = [row];
  let before = getElementProperty(row, 'previousElementSibling');
  for (
    let met = 0;
    before && met < MAX_ROWS_EACH_SIDE;
    met++, before = getElementProperty(before, 'previousElementSibling')
  )
    rows.unshift(before);
  let after = getElementProperty(row, 'nextElementSibling');
  for (
    let met = 0;
    after && met < MAX_ROWS_EACH_SIDE;
    met++, after = getElementProperty(after, 'nextElementSibling')
  )
    rows.push(after);
  return rows;
}

/** Returns the child of the row that contains the cell. */
function getCellInRow(cell: Element, row: Element): Element {
  let at = cell;
  for (
    let parent = getNodeProperty(at, 'parentElement');
    parent && parent !== row;
    parent = getNodeProperty(at, 'parentElement')
  )
    at = parent;
  return at;
}
