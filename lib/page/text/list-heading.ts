import {
  closest,
  getNodeProperty,
  hasMoreChildren,
  walk,
} from '../dom/nodes.ts';
import {
  getBeginning,
  getShape,
  isEntry,
  LIST_ITEM,
  toLabelGuess,
} from './value-label.ts';

const MAX_RECORDS_ABOVE = 20;
/** A value that is neither a count nor a year. */
const FIVE_DIGIT_VALUE = /^[^\p{L}\p{N}]{0,4}\p{Nd}{5}/u;
/** Length of the text that is read, in UTF-16 code units. The pattern needs at most nine, or twice that for surrogate pairs. */
const PREFIX_UNITS = 18;

/**
 * Returns the text above a list, which labels the first value of each item like a column header. Later values in an
 * item may be counts. Returns `''` if there is no such text.
 *
 * @param repeated The repeated block that contains the value, or null.
 */
export function findListHeading(
  element: Element,
  repeated: Element | null,
): string {
  const item = closest(element, LIST_ITEM);
  const isAmongEntries = isEntry(element);

  const isLong =
    isAmongEntries ||
    FIVE_DIGIT_VALUE.test(getBeginning(element, PREFIX_UNITS));

  const record = item ?? (isLong ? repeated : null);
  if (!record || !isFirstFigure(element, record)) return '';

  // What is above the items of a list is above the list.
  const above =
    item && !isAmongEntries
      ? findAboveList(record)
      : findAboveRecords(record, isAmongEntries);

  return above ? toLabelGuess(getBeginning(above)) : '';
}

/** Returns the element above the records of one shape, or above their list. Null if there are too many of them. */
function findAboveRecords(
  record: Element,
  isAmongEntries: boolean,
): Element | null {
  const shape = getShape(record);
  let above: Element | null = record;

  for (let met = 0; above && getShape(above) === shape; met++) {
    // Some lists have their heading as the first of their paragraphs.
    if (isAmongEntries && isTitle(above)) break;
    if (met === MAX_RECORDS_ABOVE) return null;

    above = getNodeProperty(above, 'previousElementSibling');
  }

  return above ?? findAboveList(record);
}

/** Returns the element above the list of a record, which is alone in what is around it. */
function findAboveList(record: Element): Element | null {
  let list = getNodeProperty(record, 'parentElement');

  while (list) {
    const above = getNodeProperty(list, 'previousElementSibling');
    if (above) return above;

    list = getNodeProperty(list, 'parentElement');
    if (list && hasMoreChildren(list, 1)) return null;
  }

  return null;
}

/** Returns true for a text without a number that continues no entry. */
function isTitle(element: Element): boolean {
  const before = getNodeProperty(element, 'previousElementSibling');
  return !/\p{Nd}/u.test(getBeginning(element)) && !(before && isEntry(before));
}

/** Returns true if no other numbers precede the element in the item. */
function isFirstFigure(element: Element, item: Element): boolean {
  for (
    let at = element;
    at !== item;
    at = getNodeProperty(at, 'parentElement') ?? item
  )
    for (const before of walk(at, 'previousSibling'))
      if (/\p{Nd}/u.test(getNodeProperty(before, 'textContent') ?? ''))
        return false;

  return true;
}
