import {
  closest,
  createTreeWalker,
  getAttribute,
  getNodeProperty,
  getRoot,
  hasMoreChildren,
  isElementNode,
  isTextNode,
  matches,
  query,
  queryAll,
  walk,
} from '../dom/nodes.ts';

const MAX_LABEL_LENGTH = 60;
export const ROW =
  'tr,[role="row"],li,dl,[role="listitem"],[role="option"],[role="treeitem"]';
export const TABLE_ROW = 'tr,[role="row"]';
export const LIST_ITEM =
  'li,[role="listitem"],[role="option"],[role="treeitem"]';
const ROW_HEADER_SELECTOR = 'th,[role="rowheader"]';
/** Elements that label the following value, by their tag or class. */
const LABEL_SELECTOR =
  'label,dt,th,legend,b,strong,h1,h2,h3,h4,h5,h6,[class*="label" i],[class*="key" i],[class*="term" i],' +
  '[class*="caption" i],[class*="title" i],[class*="head" i]';
const INLINE_SELECTOR = 'b,i,em,strong,small,abbr,u,a,code,mark,sup,sub';
const MAX_CLIMB_LEVELS = 4;
const MAX_FIELDS = 24;

/**
 * Returns the label of a short value.
 *
 * @param cell The cell of a table or grid that contains it.
 * @param headed True if the columns have headers: then two cells in a row are not a name and a value.
 */
export function findValueLabel(
  element: Element,
  cell: Element | null,
  headed: boolean,
): string {
  const definition = closest(element, 'dd');
  if (definition && !(cell && definition.contains(cell))) {
    for (const sibling of walk(definition, 'previousElementSibling'))
      if (getNodeProperty(sibling, 'localName') === 'dt')
        return normalizeSpaces(getBeginning(sibling));
  }

  const labelledBy = readLabelledBy(element);
  if (labelledBy) return labelledBy;

  const near = element === cell ? '' : findLabelBefore(element, cell);
  const fromRow = near || (cell && findCellLabel(cell, headed));

  return fromRow || normalizeSpaces(getAttribute(element, 'aria-label'));
}

/** Returns the row header, or the name in a row of name and value. */
function findCellLabel(cell: Element, headed: boolean): string {
  const row = closest(cell, TABLE_ROW);
  if (!row) return '';

  const isBefore = (one: Element) =>
    one !== cell &&
    (one.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING) !==
      0;

  const head =
    query(row, ROW_HEADER_SELECTOR) &&
    [...queryAll(row, ROW_HEADER_SELECTOR)].findLast(isBefore);

  if (head)
    return head.contains(cell) ? '' : normalizeSpaces(getBeginning(head));

  if (headed || getNodeProperty(row, 'childElementCount') % 2 === 1) return '';

  const cells = [...getNodeProperty(row, 'children')];
  const at = cells.indexOf(cell);
  const name = cells[at - 1];

  // Alternating names and values, if there is more than one pair.
  const isPair =
    at % 2 === 1 && (cells.length === 2 || mayName(name as Element, cell, row));

  return isPair && name ? toLabelGuess(getBeginning(name)) : '';
}

/** Returns the text directly before a value, in the same field and cell. */
function findLabelBefore(element: Element, cell: Element | null): string {
  const next = getNodeProperty(element, 'nextElementSibling');
  if (
    hasOwnName(getBeginning(element)) ||
    (next && isEntry(element) && isEntry(next))
  )
    return '';

  let here: Element = element;
  /** Viewers of JSON have an element for the colon. */
  let hasSign = false;

  for (let climbed = 0; climbed < MAX_CLIMB_LEVELS; climbed++) {
    const parent = getNodeProperty(here, 'parentElement');
    const { node, text, isAfterSign } = findTextBefore(here);

    hasSign ||= isAfterSign;

    if (node) {
      const isLabel =
        isTextNode(node) || hasSign || mayName(node as Element, here, parent);

      return isLabel ? toLabelGuess(text) : '';
    }

    if (!parent || endsField(here, parent, cell)) return '';
    here = parent;
  }

  return '';
}

/** Returns the nearest text among the siblings before an element, or null, and whether a sign is between them. */
function findTextBefore(element: Element): {
  node: Node | null;
  text: string;
  isAfterSign: boolean;
} {
  let isAfterSign = false;

  for (const node of walk(element, 'previousSibling')) {
    const text = readBeginning(node);
    if (!/^[\s:：=]*$/.test(text)) return { node, text, isAfterSign };

    isAfterSign ||= text.trim() !== '';
  }

  return { node: null, text: '', isAfterSign };
}

function readBeginning(node: Node): string {
  if (isElementNode(node)) return getBeginning(node);

  return isTextNode(node) ? node.data : '';
}

/** Returns true if what precedes the parent is no label of the element. */
const endsField = (
  element: Element,
  parent: Element,
  cell: Element | null,
): boolean =>
  parent === cell ||
  matches(parent, `body,${ROW}`) ||
  matches(element, LIST_ITEM) ||
  isFirstOfMany(element);

/** Returns true for the first of several similar tiles. A text above them does not label their values. */
function isFirstOfMany(tile: Element): boolean {
  const next = getNodeProperty(tile, 'nextElementSibling');

  return (
    next !== null &&
    getLook(next) === getLook(tile) &&
    getFields(next).length > 1
  );
}

/** Returns the only other text of a tile, below its value. */
export function findLabelBelow(element: Element): string {
  let here = element;

  for (const parent of walk(element, 'parentElement', MAX_CLIMB_LEVELS)) {
    if (matches(parent, `body,${ROW}`)) return '';

    const [first, second, ...more] = getFields(parent);
    if (second) {
      const isLabel = first === here && more.length === 0 && isOneText(second);
      return isLabel ? toLabelGuess(getBeginning(second)) : '';
    }

    here = parent;
  }

  return '';
}

/** Returns true if the text before a value is its label, not another field or cell. */
function mayName(
  before: Element,
  value: Element,
  parent: Element | null,
): boolean {
  if (!isOneText(before)) return false;

  if (/[:：]\s*$/.test(getBeginning(before)) || matches(before, LABEL_SELECTOR))
    return true;

  const fields = parent ? getFields(parent) : [];
  const at = fields.indexOf(value);

  if (fields.length <= 2) return true;
  // Alternating names and values look different from each other. Unrelated fields all look alike, or all differ.
  if (at % 2 === 0 || fields.length % 2 !== 0) return false;

  const [first, second, third] = fields.map(getLook);
  if (first !== third) return false;
  if (first !== second) return true;

  return (
    !hasTwin(parent as Element) &&
    fields.every(
      (field, index) =>
        index % 2 === 1 || toLabelGuess(getBeginning(field)) !== '',
    )
  );
}

/** Returns the children with text. Returns `[]` if there are too many. */
function getFields(parent: Element): Element[] {
  if (hasMoreChildren(parent, MAX_FIELDS)) return [];
  return [...getNodeProperty(parent, 'children')].filter(
    (child) => getBeginning(child, 8).trim() !== '',
  );
}

/** Returns the tag and class names, which names and values in turn do not share. */
export const getLook = (element: Element): string =>
  `${getNodeProperty(element, 'localName')} ${getAttribute(element, 'class') ?? ''}`;

/** Returns the tag and the first class, which rows and cards of a list share. Later classes often are states. */
export const getShape = (element: Element): string =>
  /^\S+\s*\S*/.exec(getLook(element))?.[0] ?? '';

export const getAdjacent = (element: Element): Element[] =>
  (['previousElementSibling', 'nextElementSibling'] as const).flatMap(
    (side) => getNodeProperty(element, side) ?? [],
  );

/** Returns true if an adjacent row has the same number of cells. */
function hasTwin(row: Element): boolean {
  const count = getNodeProperty(row, 'childElementCount');
  return getAdjacent(row).some(
    (other) => getNodeProperty(other, 'childElementCount') === count,
  );
}

/** Returns true if the element contains a single text, possibly with inline formatting, and not several fields. */
function isOneText(element: Element): boolean {
  const texts = createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let seen = 0;

  for (
    let text = texts.nextNode() as Text | null;
    text;
    text = texts.nextNode() as Text | null
  ) {
    if (!/[\p{L}\p{N}]/u.test(text.data)) continue;

    const { parentElement } = text;

    const isPart =
      parentElement !== element &&
      parentElement &&
      matches(parentElement, INLINE_SELECTOR);

    if (!isPart && ++seen > 1) return false;
  }

  return true;
}

/** Returns true for a text with its own label: `Error code: 131026`. */
const hasOwnName = (text: string) =>
  /^[^\p{Nd}:=：]{0,60}\p{L}["'”)\s]{0,3}[:=：]\s*\S/u.test(text);

/** A number and what it means, in a list of such: `470: outside of the window`, `(470) More than 24 hours`. */
const ENTRY = /^[^\p{L}\p{N}]{0,4}\p{Nd}{1,6} ?[:)\]|=–—-] ?\p{L}/u;
const MAX_ENTRY_START = 24;
export const isEntry = (element: Element): boolean =>
  ENTRY.test(getBeginning(element, MAX_ENTRY_START));

function readLabelledBy(element: Element): string {
  const parent = getNodeProperty(element, 'parentElement');

  const ids =
    getAttribute(element, 'aria-labelledby') ??
    (parent && getAttribute(parent, 'aria-labelledby'));

  if (!ids) return '';

  const root = getRoot(element) as Document | ShadowRoot;

  const named = ids.split(/\s+/).map((id) => {
    const one = id && root.getElementById?.(id);
    return one ? getBeginning(one) : '';
  });

  return normalizeSpaces(named.join(' '));
}

/** Returns the beginning of an element's text, slightly longer than a label may be. One element may contain a whole log. */
export function getBeginning(
  element: Element,
  length = MAX_LABEL_LENGTH + 60,
): string {
  const first = getNodeProperty(element, 'firstChild');
  if (!first) return '';

  // Most cells have one text. A walker takes ten times as long.
  if (isTextNode(first) && !first.nextSibling)
    return first.data.slice(0, length);

  const texts = createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let begin = '';

  while (begin.length < length && texts.nextNode())
    begin += texts.currentNode.nodeValue;

  return begin.slice(0, length);
}

function normalizeSpaces(text: string | null): string {
  if (!text) return '';
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return trimmed.length <= MAX_LABEL_LENGTH ? trimmed : '';
}

/** Returns the text in the position of a label, or `''` if it looks like a message, a date or a value. */
export function toLabelGuess(text: string | null): string {
  const label = normalizeSpaces(text);
  if (/[:：]$/.test(label)) return /[\p{L}\p{N}#]/u.test(label) ? label : '';
  return /\p{Nd}|[.!?…]$|[:：=]\s*\S/u.test(label) ? '' : label;
}
