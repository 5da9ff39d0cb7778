import { firstIn, fits, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf } from './field-label.ts';

const MAX_VALUE = 24;
/** Number of rows above and below whose cells are compared with a cell. */
const COLUMN_REACH = 8;

const TABLE = 'table,[role="grid"],[role="treegrid"],[role="table"]';
const TABLE_ROW = 'tr,[role="row"]';
const HEADS = 'th,[role="columnheader"],[role="rowheader"]';

/** Returns the row of an element, if neither the table nor the row has headers. Returns null otherwise. */
export function unheadedRow(element: Element): Element | null {
  const row = nearestOf(element, TABLE_ROW);
  const table = row && nearestOf(row, TABLE);
  const first = table && firstIn(table, TABLE_ROW);
  return first && !firstIn(first, HEADS) && !firstIn(row, HEADS) ? row : null;
}

export const isTableRow = (element: Element): boolean => fits(element, TABLE_ROW);

/** Returns the values around a cell in its column, one on each line, for a table without headers. Returns `''` otherwise. */
export function columnCells(cell: Element): string {
  const row = unheadedRow(cell);
  if (!row) return '';
  const cells = ofElement(row, 'childElementCount');
  let place = -1;
  for (let at: Element | null = inRow(cell, row); at; at = ofElement(at, 'previousElementSibling')) place++;
  const values: string[] = [];
  for (const other of rowsAround(row)) {
    if (ofElement(other, 'childElementCount') !== cells) continue;
    const beside = ofElement(other, 'children').item(place);
    values.push(beside ? beginOf(beside, MAX_VALUE).trim() : '');
  }
  return values.length < 2 ? '' : values.join('\n');
}

/** Returns a row with its adjacent rows, in order. */
export function rowsAround(row: Element): Element[] {
  const rows = [row];
  let before = ofElement(row, 'previousElementSibling');
  for (let met = 0; before && met < COLUMN_REACH; met++, before = ofElement(before, 'previousElementSibling'))
    rows.unshift(before);
  let after = ofElement(row, 'nextElementSibling');
  for (let met = 0; after && met < COLUMN_REACH; met++, after = ofElement(after, 'nextElementSibling'))
    rows.push(after);
  return rows;
}

/** Returns the child of the row that contains the cell. */
function inRow(cell: Element, row: Element): Element {
  let at = cell;
  for (
    let parent = ofNode(at, 'parentElement');
    parent && parent !== row;
    parent = ofNode(at, 'parentElement')
  )
    at = parent;
  return at;
}
