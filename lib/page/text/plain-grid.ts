import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  getAttribute,
  getElementProperty,
  getNodeProperty,
  hasMoreChildren,
  matches,
  query,
} from '../../dom/nodes.ts';
import { getBeginning, getShape } from './value-label.ts';

/** Maximum depth of a value in its cell. */
const MAX_CELL_DEPTH = 4;
const MIN_COLUMNS = 2;
const MAX_COLUMNS = 60;
/** Maximum levels from a row to the container of its headers, and maximum elements to search at each level. */
const MAX_CLIMB = 6;
const MAX_SEARCHED = 120;
const MAX_HEAD_LENGTH = 40;

/** A cell of a grid built from plain elements, without table elements and ARIA roles. */
export interface PlainCell {
  cell: Element;
  row: Element;
  /** Text of its column header. Empty if the header is empty. */
  header: string;
}

/** Cache of the header cells of each row container, or null if it has none. Discard it when the page may have changed. */
export type PlainHeadCache = Map<Node, readonly Element[] | null>;

/**
 * Finds the cell, the row and the column header of a value in a grid of plain elements, as in SlickGrid: rows with
 * the same class and number of children, below an element with as many children that contain short names. Returns
 * null outside such a grid.
 */
export function findPlainCell(element: Element, known: PlainHeadCache): PlainCell | null {
  let cell = element;
  for (let depth = 0; depth < MAX_CELL_DEPTH; depth++) {
    const row = getNodeProperty(cell, 'parentElement');
    if (!row || getElementProperty(row, 'localName') === 'body') return null;
    const container = getNodeProperty(row, 'parentNode');
    if (container && isPlainRow(row)) {
      const heads = getOrInsert(known, container, () => findHeadsAbove(row));
      if (!heads) return null;
      const head = findHead(cell, row, heads);
      return (
        head && {
          cell,
          row,
          header: getBeginning(head, MAX_HEAD_LENGTH + 1)
            .replace(/\s+/g, ' ')
            .trim(),
        }
      );
    }
    cell = row;
  }
  return null;
}

/** Returns true for an element with several cells and a sibling with the same class and number of cells. */
function isPlainRow(row: Element): boolean {
  if (hasMoreChildren(row, MAX_COLUMNS)) return false;
  const columns = getElementProperty(row, 'childElementCount');
  if (columns < MIN_COLUMNS) return false;
  const shape = getShape(row);
  // Two children often are a name and its value. As columns, the first ones contain numbers.
  const first = columns === MIN_COLUMNS ? getElementProperty(row, 'firstElementChild') : null;
  if (first && !/^\W*\p{Nd}/u.test(getBeginning(first, MAX_HEAD_LENGTH))) return false;
  return [
    getElementProperty(row, 'previousElementSibling'),
    getElementProperty(row, 'nextElementSibling'),
  ].some(
    (other) =>
      other && getElementProperty(other, 'childElementCount') === columns && getShape(other) === shape,
  );
}

const getClasses = (element: Element) => (getAttribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);

function findHeadsAbove(row: Element): readonly Element[] | null {
  const columns = getElementProperty(row, 'childElementCount');
  const shape = getShape(row);
  const isHead = (element: Element) =>
    getElementProperty(element, 'childElementCount') === columns &&
    getShape(element) !== shape &&
    hasNamesOnly(element);
  let searched = 0;
  const searchHeads = (element: Element): Element | null => {
    if (++searched > MAX_SEARCHED) return null;
    if (isHead(element)) return element;
    for (const child of getElementProperty(element, 'children')) {
      const found = searchHeads(child);
      if (found) return found;
    }
    return null;
  };
  for (const element of walkElementsAbove(row)) {
    const head = searchHeads(element);
    if (head) return [...getElementProperty(head, 'children')];
  }
  return null;
}

/**
 * Yields the first child of the row's parent, which may contain the headers, then the elements that precede each
 * ancestor.
 */
function* walkElementsAbove(row: Element): Generator<Element> {
  const container = getNodeProperty(row, 'parentNode');
  const first = container && (container as ParentNode).firstElementChild;
  if (first && first !== row) yield first;
  let around = getNodeProperty(row, 'parentElement');
  for (
    let climbed = 1;
    around && climbed < MAX_CLIMB;
    climbed++, around = getNodeProperty(around, 'parentElement')
  )
    for (
      let before = getElementProperty(around, 'previousElementSibling');
      before;
      before = getElementProperty(before, 'previousElementSibling')
    )
      yield before;
}

/**
 * Returns true if the children contain short names without digits. Some may be empty, as above check boxes. Excludes
 * navigation bars.
 */
function hasNamesOnly(head: Element): boolean {
  if (matches(head, 'nav,nav *') || query(head, 'a[href]')) return false;
  let named = 0;
  const cells = [...getElementProperty(head, 'children')];
  for (const cell of cells) {
    const name = getBeginning(cell, MAX_HEAD_LENGTH + 1).trim();
    if (name.length > MAX_HEAD_LENGTH || /\p{Nd}{3}/u.test(name)) return false;
    if (name !== '') named++;
  }
  return named >= MIN_COLUMNS && named * 2 > cells.length;
}

/** Finds the header of a cell by a class that only these two share, such as `col-error_code`, or else by position. */
function findHead(cell: Element, row: Element, heads: readonly Element[]): Element | null {
  for (const name of getClasses(cell)) {
    const sharing = heads.filter((head) => getClasses(head).includes(name));
    if (sharing.length === 1) return sharing[0] ?? null;
  }
  const at = [...getElementProperty(row, 'children')].indexOf(cell);
  return heads[at] ?? null;
}
