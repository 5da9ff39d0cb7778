import { nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf } from './field-label.ts';
import { isTableCell } from './text-layout.ts';

/** Rows that are looked at, and values that are enough. */
const MOST_ROWS = 60;
const ENOUGH = 16;
const MAX_VALUE = 24;

/** Values of the cells that stand where a cell stands in its row, one a line, from the first row on; of a row alone, none. */
export function columnCells(cell: Element, known: Map<Element, string[]>): string {
  const row = isTableCell(cell) ? ofNode(cell, 'parentElement') : nearestOf(cell, '[role="row"]');
  const rows = row && ofNode(row, 'parentElement');
  if (!row || !rows || ofElement(rows, 'childElementCount') < 2) return '';
  let place = -1;
  for (let at: Element | null = inRow(cell, row); at; at = ofElement(at, 'previousElementSibling')) place++;
  let columns = known.get(rows);
  if (!columns) {
    columns = [];
    known.set(rows, columns);
  }
  const values = columns[place] ?? valuesAt(rows, place, ofElement(row, 'childElementCount'));
  columns[place] = values;
  return values;
}

/** The child of the row that holds the cell. */
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

function valuesAt(rows: Element, place: number, cells: number): string {
  const values: string[] = [];
  let filled = 0;
  let row = ofElement(rows, 'firstElementChild');
  for (
    let met = 0;
    row && met < MOST_ROWS && filled < ENOUGH;
    met++, row = ofElement(row, 'nextElementSibling')
  ) {
    if (ofElement(row, 'childElementCount') !== cells) continue;
    const cell = ofElement(row, 'children').item(place);
    const value = cell ? beginOf(cell, MAX_VALUE).trim() : '';
    values.push(value);
    if (value !== '') filled++;
  }
  return values.length < 2 ? '' : values.join('\n');
}
