import { getOrInsert } from '../detect/get-or-insert.ts';
import { attributeOf, firstIn, fits, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf } from './field-label.ts';

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
export type KnownPlainHeads = Map<Node, readonly Element[] | null>;

/**
 * Finds the cell, the row and the column head of a value in a grid of plain elements, as SlickGrid draws it: rows with
 * the same class and number of children, below an element with as many children that hold short names. Null outside of one.
 */
export function plainCellOf(element: Element, known: KnownPlainHeads): PlainCell | null {
  let cell = element;
  for (let depth = 0; depth < MAX_CELL_DEPTH; depth++) {
    const row = ofNode(cell, 'parentElement');
    if (!row || ofElement(row, 'localName') === 'body') return null;
    const container = ofNode(row, 'parentNode');
    if (container && isRow(row)) {
      const heads = getOrInsert(known, container, () => headsAbove(row));
      if (!heads) return null;
      const head = headOf(cell, row, heads);
      return (
        head && {
          cell,
          row,
          header: beginOf(head, MAX_HEAD_LENGTH + 1)
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
function isRow(row: Element): boolean {
  const columns = ofElement(row, 'childElementCount');
  if (columns < MIN_COLUMNS || columns > MAX_COLUMNS) return false;
  const look = firstClass(row);
  return [ofElement(row, 'previousElementSibling'), ofElement(row, 'nextElementSibling')].some(
    (other) => other && ofElement(other, 'childElementCount') === columns && firstClass(other) === look,
  );
}

const classesOf = (element: Element) => (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);
const firstClass = (element: Element) => `${ofElement(element, 'localName')} ${classesOf(element)[0] ?? ''}`;

function headsAbove(row: Element): readonly Element[] | null {
  const columns = ofElement(row, 'childElementCount');
  const look = firstClass(row);
  const isHead = (element: Element) =>
    ofElement(element, 'childElementCount') === columns &&
    firstClass(element) !== look &&
    holdsNames(element);
  let searched = 0;
  const search = (element: Element): Element | null => {
    if (++searched > MAX_SEARCHED) return null;
    if (isHead(element)) return element;
    for (const child of ofElement(element, 'children')) {
      const found = search(child);
      if (found) return found;
    }
    return null;
  };
  for (const element of elementsAbove(row)) {
    const head = search(element);
    if (head) return [...ofElement(head, 'children')];
  }
  return null;
}

/** Yields the first child of the row's parent, where the heads may be, then what precedes each element around the row. */
function* elementsAbove(row: Element): Generator<Element> {
  const container = ofNode(row, 'parentNode');
  const first = container && (container as ParentNode).firstElementChild;
  if (first && first !== row) yield first;
  let around = ofNode(row, 'parentElement');
  for (let climbed = 1; around && climbed < MAX_CLIMB; climbed++, around = ofNode(around, 'parentElement'))
    for (
      let before = ofElement(around, 'previousElementSibling');
      before;
      before = ofElement(before, 'previousElementSibling')
    )
      yield before;
}

/** Returns true if the children are short names without figures. Some may be empty, as above check boxes. Navigation bars do not count. */
function holdsNames(head: Element): boolean {
  if (fits(head, 'nav,nav *') || firstIn(head, 'a[href]')) return false;
  let named = 0;
  const cells = [...ofElement(head, 'children')];
  for (const cell of cells) {
    const name = beginOf(cell, MAX_HEAD_LENGTH + 1).trim();
    if (name.length > MAX_HEAD_LENGTH || /\p{Nd}{3}/u.test(name)) return false;
    if (name !== '') named++;
  }
  return named >= MIN_COLUMNS - 1 && named * 2 > cells.length;
}

/** Finds the head of a cell by a class that only these two share, such as `col-error_code`, or else by position. */
function headOf(cell: Element, row: Element, heads: readonly Element[]): Element | null {
  for (const name of classesOf(cell)) {
    const sharing = heads.filter((head) => classesOf(head).includes(name));
    if (sharing.length === 1) return sharing[0] ?? null;
  }
  const at = [...ofElement(row, 'children')].indexOf(cell);
  return heads[at] ?? null;
}
