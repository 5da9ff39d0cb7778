import { firstIn, fits, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf, LIST_ITEM, lookOf } from './field-label.ts';

const MAX_VALUE = 24;
/** Number of rows above and below whose cells are compared with a cell. */
const COLUMN_REACH = 8;

/** A number of four digits and more, by itself or with a sign before it. */
const FIGURE = /^\s*[#([]{0,2}\p{Nd}{4}/u;
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

/** In a list, what the items around a value begin with, one a line. Empty unless the value begins its item and others begin with figures, too. */
export function listValues(element: Element): string {
  if (!FIGURE.test(beginOf(element, MAX_VALUE))) return '';
  const item = nearestOf(element, LIST_ITEM) ?? element;
  const look = lookOf(item);
  const values: string[] = [];
  let figures = 0;
  for (const other of rowsAround(item)) {
    if (lookOf(other) !== look) continue;
    const value = beginOf(other, MAX_VALUE).trim();
    values.push(value);
    if (FIGURE.test(value)) figures++;
  }
  return figures < 2 || figures * 2 < values.length ? '' : values.join('\n');
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
