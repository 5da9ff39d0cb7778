import { fits, nearestOf } from './layout.ts';

const MAX_LABEL = 60;
export const ROW = 'tr,[role="row"],li,dl,[role="listitem"],[role="option"],[role="treeitem"]';

/** The words that a short value is the value of. */
export function labelOf(element: Element, cell: Element | null): string {
  const definition = nearestOf(element, 'dd');
  if (definition) {
    let sibling = definition.previousElementSibling;
    while (sibling && sibling.localName !== 'dt') sibling = sibling.previousElementSibling;
    if (sibling) return words(sibling.textContent);
  }
  const { labelledBy, own } = ariaLabel(element);
  if (labelledBy) return labelledBy;
  const near = element === cell ? '' : before(element, cell);
  return near || (cell && labelOfCell(cell)) || own;
}

/** The heading of a row, or the name in a row of name and value. */
function labelOfCell(cell: Element): string {
  const row = cell.parentElement;
  const first = row?.firstElementChild;
  if (!row || !first || first === cell) return '';
  const isLabel = first.matches('th,[role="rowheader"]') || row.childElementCount === 2;
  return isLabel ? (first.localName === 'td' ? guess(first.textContent) : words(first.textContent)) : '';
}

/** The text just before a block, within the same small group and cell. */
function before(element: Element, cell: Element | null): string {
  let here: Element = element;
  for (let climbed = 0; climbed < 3; climbed++) {
    let sibling: Node | null = here.previousSibling;
    while (sibling) {
      const text = sibling.textContent?.trim() ?? '';
      if (text !== '' && sibling.nodeType !== Node.COMMENT_NODE) return guess(text);
      sibling = sibling.previousSibling;
    }
    const { parentElement } = here;
    if (
      !parentElement ||
      parentElement === cell ||
      fits(parentElement, `body,${ROW}`) ||
      parentElement.childElementCount > 6
    )
      return '';
    here = parentElement;
  }
  return '';
}

function ariaLabel(element: Element): { labelledBy: string; own: string } {
  const ids =
    element.getAttribute('aria-labelledby') ?? element.parentElement?.getAttribute('aria-labelledby');
  const own = words(element.getAttribute('aria-label'));
  if (!ids) return { labelledBy: '', own };
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = ids.split(/\s+/).map((id) => (id && root.getElementById?.(id)?.textContent) ?? '');
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
