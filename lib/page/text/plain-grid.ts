import {
  createTreeWalker,
  getNodeProperty,
  hasMoreChildren,
  matches,
  query,
  walk,
} from '../dom/nodes.ts';
import { hasDigitInFirstCell, namesColumns } from './table-columns.ts';
import { getAdjacent, getShape } from './value-label.ts';

const MAX_CELL_DEPTH = 4;
const MIN_COLUMNS = 2;
const MAX_COLUMNS = 60;
/** Maximum levels from a row to the container of its headers, and maximum elements to search. */
const MAX_CLIMB_LEVELS = 6;
const MAX_SEARCHED = 120;

/** Finds the cell and the row of a value in rows of plain elements: they have one class and size. */
export function findPlainCell(
  element: Element,
): { cell: Element; row: Element } | null {
  let cell = element;

  for (const row of walk(element, 'parentElement', MAX_CELL_DEPTH)) {
    if (getNodeProperty(row, 'localName') === 'body') return null;
    if (isPlainRow(row)) return { cell, row };
    cell = row;
  }

  return null;
}

function isPlainRow(row: Element): boolean {
  if (
    hasMoreChildren(row, MAX_COLUMNS) ||
    !hasMoreChildren(row, MIN_COLUMNS - 1)
  )
    return false;

  const columns = getNodeProperty(row, 'childElementCount');

  const isAlike = (other: Element) =>
    getNodeProperty(other, 'childElementCount') === columns &&
    getShape(other) === getShape(row);

  // Two children often are a name and its value.
  return (
    (columns > MIN_COLUMNS || hasDigitInFirstCell(row)) &&
    getAdjacent(row).some(isAlike)
  );
}

/**
 * Returns the row that names the columns of a plain row: the first one, or one that looks different and precedes it or one of
 * its ancestors.
 */
export function findPlainHeadRow(row: Element): Element | null {
  const first = (getNodeProperty(row, 'parentNode') as ParentNode)
    .firstElementChild;

  let searched = 0;

  for (const above of walkElementsAbove(row, first)) {
    const walker = createTreeWalker(above, NodeFilter.SHOW_ELEMENT);

    for (let at: Node | null = above; at; at = walker.nextNode()) {
      if (++searched > MAX_SEARCHED) return null;

      if (mayNameColumns(at as Element, row, first)) return at as Element;
    }
  }

  return null;
}

/** Returns true for as many names as the row has cells that are neither links nor another row of the same look. */
function mayNameColumns(
  element: Element,
  row: Element,
  first: Element | null,
): boolean {
  const columns = getNodeProperty(row, 'childElementCount');
  if (getNodeProperty(element, 'childElementCount') !== columns) return false;
  if (element !== first && getShape(element) === getShape(row)) return false;

  const isNavigation =
    matches(element, 'nav,nav *') || query(element, 'a[href]') !== null;

  return !isNavigation && namesColumns(element, [row]);
}

/** Yields the first child of the row's parent, then the elements that precede each ancestor. */
function* walkElementsAbove(
  row: Element,
  first: Element | null,
): Generator<Element> {
  if (first && first !== row) yield first;
  for (const around of walk(row, 'parentElement', MAX_CLIMB_LEVELS - 1))
    yield* walk(around, 'previousElementSibling');
}
