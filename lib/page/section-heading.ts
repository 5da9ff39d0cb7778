import { getOrInsert } from '../detect/get-or-insert.ts';
import { fits, ofElement, ofNode } from '../dom/nodes.ts';
import { beginOf } from './field-label.ts';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,caption';
const MAX_HEADING = 80;
const MAX_CLIMB = 12;
/** Maximum preceding siblings, and maximum depth in each. */
const MOST_BEFORE = 6;
const DEPTH = 3;

/** Returns the nearest heading above an element, in its section or next to its ancestors. Caches the headings of ancestors. */
export function sectionHeading(element: Element, known: Map<Element, string>, climbed = 0): string {
  let before: Element | null = element;
  for (let met = 0; before && met <= MOST_BEFORE; met++) {
    const heading = headingIn(before);
    if (heading && heading !== element) {
      const text = beginOf(heading, MAX_HEADING * 2)
        .replace(/\s+/g, ' ')
        .trim();
      if (text !== '' && text.length <= MAX_HEADING) return text;
    }
    before = ofElement(before, 'previousElementSibling');
  }
  const parent = ofNode(element, 'parentElement');
  if (!parent || climbed === MAX_CLIMB) return '';
  return getOrInsert(known, parent, () => sectionHeading(parent, known, climbed + 1));
}

/** Returns the element, or its first descendant, if it is a heading. */
function headingIn(element: Element): Element | null {
  let at: Element | null = element;
  for (let depth = 0; at && depth <= DEPTH; depth++, at = ofElement(at, 'firstElementChild'))
    if (fits(at, HEADING)) return at;
  return null;
}
