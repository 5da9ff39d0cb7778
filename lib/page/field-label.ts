import { attributeOf, fits, nearestOf, ofElement, ofNode, rootOf } from '../dom/nodes.ts';

const MAX_LABEL = 60;
export const ROW = 'tr,[role="row"],li,dl,[role="listitem"],[role="option"],[role="treeitem"]';

/** The words that a short value is the value of. */
export function labelOf(element: Element, cell: Element | null): string {
  const definition = nearestOf(element, 'dd');
  if (definition) {
    let sibling = definition.previousElementSibling;
    while (sibling && ofElement(sibling, 'localName') !== 'dt')
      sibling = ofElement(sibling, 'previousElementSibling');
    if (sibling) return words(ofNode(sibling, 'textContent'));
  }
  const { labelledBy, own } = ariaLabel(element);
  if (labelledBy) return labelledBy;
  const near = element === cell ? '' : before(element, cell);
  return near || (cell && labelOfCell(cell)) || own;
}

/** The heading of a row, or the name in a row of name and value. */
function labelOfCell(cell: Element): string {
  const row = ofNode(cell, 'parentElement');
  const first = row && ofElement(row, 'firstElementChild');
  if (!first || first === cell) return '';
  const isLabel = fits(first, 'th,[role="rowheader"]') || ofElement(row, 'childElementCount') === 2;
  if (!isLabel) return '';
  const text = ofNode(first, 'textContent');
  return ofElement(first, 'localName') === 'td' ? guess(text) : words(text);
}

/** The text just before a block, within the same small group and cell. */
function before(element: Element, cell: Element | null): string {
  let here: Element = element;
  for (let climbed = 0; climbed < 3; climbed++) {
    let sibling: Node | null = ofNode(here, 'previousSibling');
    while (sibling) {
      const text = ofNode(sibling, 'textContent')?.trim() ?? '';
      if (text !== '' && ofNode(sibling, 'nodeType') !== Node.COMMENT_NODE) return guess(text);
      sibling = ofNode(sibling, 'previousSibling');
    }
    const parent = ofNode(here, 'parentElement');
    if (
      !parent ||
      parent === cell ||
      fits(parent, `body,${ROW}`) ||
      ofElement(parent, 'childElementCount') > 6
    )
      return '';
    here = parent;
  }
  return '';
}

function ariaLabel(element: Element): { labelledBy: string; own: string } {
  const parent = ofNode(element, 'parentElement');
  const ids = attributeOf(element, 'aria-labelledby') ?? (parent && attributeOf(parent, 'aria-labelledby'));
  const own = words(attributeOf(element, 'aria-label'));
  if (!ids) return { labelledBy: '', own };
  const root = rootOf(element) as Document | ShadowRoot;
  const named = ids.split(/\s+/).map((id) => {
    const one = id && root.getElementById?.(id);
    return one ? ofNode(one, 'textContent') : '';
  });
  return { labelledBy: words(named.join(' ')), own };
}

function words(text: string | null): string {
  if (!text) return '';
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return trimmed.length <= MAX_LABEL ? trimmed : '';
}

/** Text that stands where a label may: most of what comes before a value is a message, a date or another value. */
export function guess(text: string | null): string {
  const label = words(text);
  if (label.endsWith(':')) return label;
  return /\p{Nd}|[.!?…]$/u.test(label) ? '' : label;
}
