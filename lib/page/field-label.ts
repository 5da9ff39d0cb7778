import {
  allIn,
  attributeOf,
  fits,
  isElement,
  isText,
  nearestOf,
  ofElement,
  ofNode,
  rootOf,
} from '../dom/nodes.ts';

const MAX_LABEL = 60;
export const ROW = 'tr,[role="row"],li,dl,[role="listitem"],[role="option"],[role="treeitem"]';
const ROW_HEAD = 'th,[role="rowheader"]';
/** Elements that name what follows, by what they are or are called. */
const NAMING = `label,dt,th,legend,b,strong,h1,h2,h3,h4,h5,h6,${'label key term caption title head'
  .split(' ')
  .map((word) => `[class*="${word}" i]`)
  .join()}`;
/** They stand within a text. */
const INLINE = new Set(['b', 'i', 'em', 'strong', 'small', 'abbr', 'u', 'a', 'code', 'mark', 'sup', 'sub']);
/** A value is wrapped so deep in its field. */
const MAX_CLIMB = 4;
/** Siblings that are looked at. */
const MAX_FIELDS = 24;

/**
 * The words that a short value is the value of.
 *
 * @param cell The cell of a table or grid that it stands in.
 * @param headed The columns of that table have headings: two cells of a row are no name and value then.
 */
export function labelOf(element: Element, cell: Element | null, headed: boolean): string {
  const definition = nearestOf(element, 'dd');
  if (definition && !(cell && definition.contains(cell))) {
    let sibling = definition.previousElementSibling;
    while (sibling && ofElement(sibling, 'localName') !== 'dt')
      sibling = ofElement(sibling, 'previousElementSibling');
    if (sibling) return words(beginOf(sibling));
  }
  const { labelledBy, own } = ariaLabel(element);
  if (labelledBy) return labelledBy;
  const near = element === cell ? '' : labelBeside(element, cell);
  return near || (cell && labelOfCell(cell, headed)) || own;
}

/** The heading of a row, or the name in a row of name and value. */
function labelOfCell(cell: Element, headed: boolean): string {
  const row = nearestOf(cell, 'tr,[role="row"]');
  if (!row) return '';
  let head: Element | null = null;
  for (const one of allIn(row, ROW_HEAD)) {
    if (one === cell || one.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_PRECEDING) break;
    head = one;
  }
  if (head) return head.contains(cell) ? '' : words(beginOf(head));
  const cells = headed ? [] : [...ofElement(row, 'children')];
  const at = cells.indexOf(cell);
  const name = cells[at - 1];
  // Names and values in turn, where they are more than one pair.
  const isPair =
    at % 2 === 1 && cells.length % 2 === 0 && (cells.length === 2 || mayName(name as Element, cell, row));
  return isPair && name ? guess(beginOf(name)) : '';
}

/** The text just before a value, within the same field and cell. */
function labelBeside(element: Element, cell: Element | null): string {
  if (namesItself(beginOf(element))) return '';
  let here: Element = element;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = ofNode(here, 'parentElement');
    for (let before = ofNode(here, 'previousSibling'); before; before = ofNode(before, 'previousSibling')) {
      const text = isElement(before) ? beginOf(before) : isText(before) ? before.data : '';
      if (text.trim() === '') continue;
      return isText(before) || mayName(before as Element, here, parent) ? guess(text) : '';
    }
    if (!parent || parent === cell || fits(parent, `body,${ROW}`) || isFirstOfMany(here)) return '';
    here = parent;
  }
  return '';
}

/** One of several tiles: what stands above them names none of their values. */
function isFirstOfMany(tile: Element): boolean {
  const next = ofElement(tile, 'nextElementSibling');
  return next !== null && lookOf(next) === lookOf(tile) && fieldsOf(next).length > 1;
}

/** The only other text of a tile, below its value. */
export function labelBelow(element: Element): string {
  let here = element;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = ofNode(here, 'parentElement');
    if (!parent || fits(parent, `body,${ROW}`)) return '';
    const fields = fieldsOf(parent);
    if (fields.length > 1) {
      const [first, second] = fields;
      return fields.length === 2 && first === here && second && isOneText(second)
        ? guess(beginOf(second))
        : '';
    }
    here = parent;
  }
  return '';
}

/** What stands before a value is its name, and no other field or cell beside it. */
function mayName(before: Element, value: Element, parent: Element | null): boolean {
  if (!isOneText(before)) return false;
  if (/[:：]\s*$/.test(beginOf(before)) || fits(before, NAMING)) return true;
  const fields = parent ? fieldsOf(parent) : [];
  const at = fields.indexOf(value);
  if (fields.length <= 2) return true;
  // Names and values in turn; in a row of other things each looks like the last, or like nothing else.
  if (at % 2 === 0 || fields.length % 2 !== 0) return false;
  const [first, second, third] = fields.map(lookOf);
  if (first !== third) return false;
  if (first !== second) return true;
  return (
    !hasTwin(parent as Element) &&
    fields.every((field, place) => place % 2 === 1 || guess(beginOf(field)) !== '')
  );
}

/** Children with text. None where they are many. */
function fieldsOf(parent: Element): Element[] {
  if (ofElement(parent, 'childElementCount') > MAX_FIELDS) return [];
  return [...ofElement(parent, 'children')].filter((child) => beginOf(child, 8).trim() !== '');
}

/** Name and classes, which the items of a list share. */
export const lookOf = (element: Element): string =>
  `${ofElement(element, 'localName')} ${attributeOf(element, 'class') ?? ''}`;

/** Another row of as many cells stands beside it. */
function hasTwin(row: Element): boolean {
  const count = ofElement(row, 'childElementCount');
  return [ofElement(row, 'previousElementSibling'), ofElement(row, 'nextElementSibling')].some(
    (other) => other !== null && ofElement(other, 'childElementCount') === count,
  );
}

/** It holds one text, be parts of it bold, and not several fields. */
function isOneText(element: Element): boolean {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    if (!/[\p{L}\p{N}]/u.test(text.data)) continue;
    const { parentElement } = text;
    const isPart =
      parentElement !== element && parentElement && INLINE.has(ofElement(parentElement, 'localName'));
    if (!isPart && ++seen > 1) return false;
  }
  return true;
}

/** `Error code: 131026` needs no other name. */
const namesItself = (text: string) => /^[^\p{Nd}:=：]{0,60}\p{L}["'”)\s]{0,3}[:=：]\s*\S/u.test(text);

function ariaLabel(element: Element): { labelledBy: string; own: string } {
  const parent = ofNode(element, 'parentElement');
  const ids = attributeOf(element, 'aria-labelledby') ?? (parent && attributeOf(parent, 'aria-labelledby'));
  const own = words(attributeOf(element, 'aria-label'));
  if (!ids) return { labelledBy: '', own };
  const root = rootOf(element) as Document | ShadowRoot;
  const named = ids.split(/\s+/).map((id) => {
    const one = id && root.getElementById?.(id);
    return one ? beginOf(one) : '';
  });
  return { labelledBy: words(named.join(' ')), own };
}

/** As much of an element's text as a name may have and a little more: a log may be all in one element. */
export function beginOf(element: Element, length = MAX_LABEL + 60): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let begin = '';
  while (begin.length < length && texts.nextNode()) begin += texts.currentNode.nodeValue;
  return begin.slice(0, length);
}

function words(text: string | null): string {
  if (!text) return '';
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return trimmed.length <= MAX_LABEL ? trimmed : '';
}

/** Text that stands where a label may: most of what comes before a value is a message, a date or another value. */
export function guess(text: string | null): string {
  const label = words(text);
  if (/[:：]$/.test(label)) return label;
  return /\p{Nd}|[.!?…]$|[:：=]\s*\S/u.test(label) ? '' : label;
}
