import { getOrInsert } from '../../core/get-or-insert.ts';
import { getAttribute, getElementProperty, getNodeProperty, matches, query } from '../../dom/nodes.ts';
import { getBeginning } from './value-label.ts';

/** A value is wrapped this deep in its cell. */
const MAX_CELL_DEPTH = 4;
const MIN_COLUMNS = 3;
const MAX_COLUMNS = 60;
/** Levels from a row up to what also holds the heads, and elements searched before each of them. */
const MAX_CLIMB = 6;
const MAX_SEARCHED = 120;
const MAX_HEAD_LENGTH = 40;

/** A cell of a grid that is made of plain elements: without table elements and without ARIA roles. */
export interface PlainCell {
  cell: Element;
  row: Element;
  /** Text of the head of its column; empty if that head is empty. */
  header: string;
}

/** The head cells of each container of rows, or null if it has none. Drop it when the page may have changed. */
export type PlainHeadCache = Map<Node, readonly Element[] | null>;

/**
 * Finds the cell, the row and the column head of a value in a grid of plain elements, as SlickGrid draws it: rows with
 * the same class and number of children, below an element with as many children that hold short names. Null outside of one.
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

/** Returns true for an element with several cells and a sibling of the same class with as many. */
function isPlainRow(row: Element): boolean {
  const columns = getElementProperty(row, 'childElementCount');
  if (columns < MIN_COLUMNS || columns > MAX_COLUMNS) return false;
  const look = getFirstClass(row);
  return [
    getElementProperty(row, 'previousElementSibling'),
    getElementProperty(row, 'nextElementSibling'),
  ].some(
    (other) =>
      other && getElementProperty(other, 'childElementCount') === columns && getFirstClass(other) === look,
  );
}

const getClasses = (element: Element) => (getAttribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
const getFirstClass = (element: Element) =>
  `${getElementProperty(element, 'localName')} ${getClasses(element)[0] ?? ''}`;

function findHeadsAbove(row: Element): readonly Element[] | null {
  const columns = getElementProperty(row, 'childElementCount');
  const look = getFirstClass(row);
  const isHead = (element: Element) =>
    getElementProperty(element, 'childElementCount') === columns &&
    getFirstClass(element) !== look &&
    hasNamesOnly(element);
  let searched = 0;
  const search = (element: Element): Element | null => {
    if (++searched > MAX_SEARCHED) return null;
    if (isHead(element)) return element;
    for (const child of getElementProperty(element, 'children')) {
      const found = search(child);
      if (found) return found;
    }
    return null;
  };
  for (const element of elementsAbove(row)) {
    const head = search(element);
    if (head) return [...getElementProperty(head, 'children')];
  }
  return null;
}

/** Yields the first child of the row's parent, where the heads may be, then what precedes each element around the row. */
function* elementsAbove(row: Element): Generator<Element> {
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

/** Returns true if the children are short names without figures. Some may be empty, as above check boxes. Navigation bars do not count. */
function hasNamesOnly(head: Element): boolean {
  if (matches(head, 'nav,nav *') || query(head, 'a[href]')) return false;
  let named = 0;
  const cells = [...getElementProperty(head, 'children')];
  for (const cell of cells) {
    const name = getBeginning(cell, MAX_HEAD_LENGTH + 1).trim();
    if (name.length > MAX_HEAD_LENGTH || /\p{Nd}{3}/u.test(name)) return false;
    if (name !== '') named++;
  }
  return named >= MIN_COLUMNS - 1 && named * 2 > cells.length;
}

/** Finds the head of a cell by a class that only these two share, such as `col-error_code`, or else by position. */
function findHead(cell: Element, row: Element, heads: readonly Element[]): Element | null {
  for (const name of getClasses(cell)) {
    const sharing = heads.filter((head) => getClasses(head).includes(name));
    if (sharing.length === 1) return sharing[0] ?? null;
  }
  const at = [...getElementProperty(row, 'children')].indexOf(cell);
  return heads[at] ?? null;
}
