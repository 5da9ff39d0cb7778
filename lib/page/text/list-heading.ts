import { closest, getElementProperty, getNodeProperty, matches } from '../../dom/nodes.ts';
import { getBeginning, LIST_ITEM, toLabelGuess } from './value-label.ts';

const LIST = 'ul,ol,[role="list"],[role="listbox"],[role="tree"]';
/** Maximum similar siblings above a value in a list without list markup. */
const MAX_SIBLINGS_ABOVE = 20;
/** A value that is neither a count nor a year. */
const FIVE_DIGIT_VALUE = /^[^\p{L}\p{N}]{0,4}\p{Nd}{5}/u;
const DIGIT_VALUE = /^[^\p{L}\p{N}]{0,4}\p{Nd}/u;
/** Length of the text that is read, in UTF-16 code units. The patterns need at most nine, or twice that for surrogate pairs. */
const PREFIX_UNITS = 18;

/**
 * Returns the text above a list, which labels the first value of each item like a column header. Later values in an
 * item may be counts. Returns `''` if there is no such text.
 */
export function findListHeading(element: Element): string {
  const item = closest(element, LIST_ITEM);
  if (item) return isFirstFigure(element, item) ? findHeadingOfItem(item) : '';
  if (!FIVE_DIGIT_VALUE.test(getBeginning(element, PREFIX_UNITS))) return '';
  const before = getElementProperty(element, 'previousElementSibling');
  // A text directly before a value is its label.
  if (before) return DIGIT_VALUE.test(getBeginning(before, PREFIX_UNITS)) ? findHeadingAbove(before) : '';
  let row = getNodeProperty(element, 'parentElement');
  for (let climbed = 0; row && climbed < 2; row = getNodeProperty(row, 'parentElement'), climbed++)
    if (getElementProperty(row, 'previousElementSibling')) return findHeadingAbove(row);
  return '';
}

/** Returns true if no other numbers precede the element in the item. */
function isFirstFigure(element: Element, item: Element): boolean {
  for (let at = element; at !== item; at = getNodeProperty(at, 'parentElement') ?? item)
    for (
      let before = getNodeProperty(at, 'previousSibling');
      before;
      before = getNodeProperty(before, 'previousSibling')
    )
      if (/\p{Nd}/u.test(getNodeProperty(before, 'textContent') ?? '')) return false;
  return true;
}

function findHeadingOfItem(item: Element): string {
  let list = getNodeProperty(item, 'parentElement');
  if (!list || !matches(list, LIST)) return '';
  let above = getElementProperty(list, 'previousElementSibling');
  while (!above) {
    list = getNodeProperty(list, 'parentElement');
    if (!list || getElementProperty(list, 'childElementCount') !== 1) return '';
    above = getElementProperty(list, 'previousElementSibling');
  }
  return toLabelGuess(getBeginning(above));
}

/** Returns the text above siblings that also begin with numbers. */
function findHeadingAbove(row: Element): string {
  let above = getElementProperty(row, 'previousElementSibling');
  for (let met = 0; above && met < MAX_SIBLINGS_ABOVE; met++) {
    if (!DIGIT_VALUE.test(getBeginning(above, PREFIX_UNITS))) return toLabelGuess(getBeginning(above));
    above = getElementProperty(above, 'previousElementSibling');
  }
  return '';
}
