import { fits, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf, guess, LIST_ITEM } from './field-label.ts';

const LIST = 'ul,ol,[role="list"],[role="listbox"],[role="tree"]';
/** Maximum similar siblings above a value in a list without list markup. */
const MOST_ABOVE = 20;
/** A value that is neither a count nor a year. */
const LONG = /^[^\p{L}\p{N}]{0,4}\p{Nd}{5}/u;
const FIGURE = /^[^\p{L}\p{N}]{0,4}\p{Nd}/u;
/** Length of the text that is read, in UTF-16 code units. The patterns need at most nine, or twice that for surrogate pairs. */
const BEGIN = 18;

/**
 * Returns the text above a list, which labels the first value of each item like a column header. Later values in an
 * item may be counts. Returns `''` if there is no such text.
 */
export function listHeading(element: Element): string {
  const item = nearestOf(element, LIST_ITEM);
  if (item) return isFirstFigure(element, item) ? headingOf(item) : '';
  if (!LONG.test(beginOf(element, BEGIN))) return '';
  const before = ofElement(element, 'previousElementSibling');
  // A text directly before a value is its label.
  if (before) return FIGURE.test(beginOf(before, BEGIN)) ? headingAbove(before) : '';
  let row = ofNode(element, 'parentElement');
  for (let climbed = 0; row && climbed < 2; row = ofNode(row, 'parentElement'), climbed++)
    if (ofElement(row, 'previousElementSibling')) return headingAbove(row);
  return '';
}

/** Returns true if no other numbers precede the element in the item. */
function isFirstFigure(element: Element, item: Element): boolean {
  for (let at = element; at !== item; at = ofNode(at, 'parentElement') ?? item)
    for (let before = ofNode(at, 'previousSibling'); before; before = ofNode(before, 'previousSibling'))
      if (/\p{Nd}/u.test(ofNode(before, 'textContent') ?? '')) return false;
  return true;
}

function headingOf(item: Element): string {
  let list = ofNode(item, 'parentElement');
  if (!list || !fits(list, LIST)) return '';
  let above = ofElement(list, 'previousElementSibling');
  while (!above) {
    list = ofNode(list, 'parentElement');
    if (!list || ofElement(list, 'childElementCount') !== 1) return '';
    above = ofElement(list, 'previousElementSibling');
  }
  return guess(beginOf(above));
}

/** Returns the text above siblings that also begin with numbers. */
function headingAbove(row: Element): string {
  let above = ofElement(row, 'previousElementSibling');
  for (let met = 0; above && met < MOST_ABOVE; met++) {
    if (!FIGURE.test(beginOf(above, BEGIN))) return guess(beginOf(above));
    above = ofElement(above, 'previousElementSibling');
  }
  return '';
}
