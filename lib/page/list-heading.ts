import { fits, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf, guess } from './field-label.ts';

const ITEM = 'li,[role="listitem"],[role="option"],[role="treeitem"]';
const LIST = 'ul,ol,[role="list"],[role="listbox"],[role="tree"]';
/** Like siblings above a value of a list that is none by its markup. */
const MOST_ABOVE = 20;
/** A value that is no count, nor a year. */
const LONG = /^[^\p{L}\p{N}]{0,4}\p{Nd}{5}/u;
const FIGURE = /^[^\p{L}\p{N}]{0,4}\p{Nd}/u;
/** Units of a text, of which these patterns need nine at most, and twice that where each is a pair. */
const BEGIN = 18;

/**
 * What stands above a list names the first value of each of its items, as a heading does a column: what follows within the item may be how
 * often it came. Empty where it stands below nothing of the kind.
 */
export function listHeading(element: Element): string {
  const item = nearestOf(element, ITEM);
  if (item) return isFirstFigure(element, item) ? headingOf(item) : '';
  if (!LONG.test(beginOf(element, BEGIN))) return '';
  const before = ofElement(element, 'previousElementSibling');
  // Words right before it are its label.
  if (before) return FIGURE.test(beginOf(before, BEGIN)) ? headingAbove(before) : '';
  let row = ofNode(element, 'parentElement');
  for (let climbed = 0; row && climbed < 2; row = ofNode(row, 'parentElement'), climbed++)
    if (ofElement(row, 'previousElementSibling')) return headingAbove(row);
  return '';
}

/** No other figures stand before it in the item. */
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

/** Above siblings that begin with figures as well. */
function headingAbove(row: Element): string {
  let above = ofElement(row, 'previousElementSibling');
  for (let met = 0; above && met < MOST_ABOVE; met++) {
    if (!FIGURE.test(beginOf(above, BEGIN))) return guess(beginOf(above));
    above = ofElement(above, 'previousElementSibling');
  }
  return '';
}
