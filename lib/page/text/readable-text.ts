import { getOrInsert } from '../../core/get-or-insert.ts';
import type { MarkBackdrop } from '../../core/mark-look.ts';
import {
  getAttribute,
  getDocumentProperty,
  getNodeProperty,
  getStyle,
  isElementNode,
  matches,
} from '../dom/nodes.ts';
import { createBackdropReader } from './backdrop.ts';
import { continuesNumberBeside } from './split-numbers.ts';

/** The separator between two adjacent texts: none, a space, a line break, or a cell boundary. */
export type Join = '' | ' ' | '\n' | '\t';

const JOINS_BY_STRENGTH: readonly Join[] = ['', ' ', '\n', '\t'];
export const CELL =
  'td,th,[role="cell"],[role="gridcell"],[role="columnheader"],[role="rowheader"]';
const NEVER_READ =
  'script,style,template,noscript,input,textarea,select,head,iframe,object,svg title,svg desc,errata-card';

/** Non-editable content inside an editor counts as part of it. A viewer such as a read-only CodeMirror is no editor. */
export const EDITOR_SELECTOR =
  '[contenteditable]:not([contenteditable="false" i],[aria-readonly="true"])';
const IGNORED_SELECTOR = `${NEVER_READ},${EDITOR_SELECTOR}`;
/** The most frequent elements of large pages. Only editing can exclude them, and testing that alone is fast. */
const COMMON_TAGS = /* @__PURE__ */ new Set([
  'td',
  'th',
  'tr',
  'tbody',
  'thead',
  'table',
  'div',
  'span',
  'p',
  'li',
  'ul',
  'a',
  'b',
  'code',
  'pre',
]);

/** Elements as they are displayed. Results are cached, so create a new instance for each batch of work. */
export type Layout = ReturnType<typeof createLayout>;

export type Block = Element | ShadowRoot;

export const isShadowRoot = (node: Node | null): node is ShadowRoot =>
  node?.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
/** Returns the element itself, or the host of a shadow root. */
export const getBlockElement = (block: Block): Element =>
  isElementNode(block) ? block : block.host;

/** Returns true for table cells, without a selector match. */
export const isTableCell = ({ localName }: Element) =>
  localName === 'td' || localName === 'th';
export const isCell = (element: Element): boolean =>
  isTableCell(element) || matches(element, CELL);

export const pickStronger = (a: Join, b: Join): Join =>
  JOINS_BY_STRENGTH.indexOf(a) > JOINS_BY_STRENGTH.indexOf(b) ? a : b;

export function createLayout() {
  const edges = new Map<Element, Join | null>();
  const forbidden = new Map<Element, boolean>();
  const visible = new Map<Node, boolean>();
  const designed = getDocumentProperty('designMode') === 'on';
  let readBackdrop: ReturnType<typeof createBackdropReader> | undefined;

  /** Returns the separator at an element's boundary. Returns null if the element is hidden or has no readable text. */
  const edge = (element: Element) => getOrInsert(edges, element, getEdge);

  function isForbidden(element: Element): boolean {
    const climbed: Element[] = [];
    let answer: boolean | undefined;

    for (
      let here: Element | null = element;
      here && !answer;
      here = getNodeProperty(here, 'parentElement')
    ) {
      answer = forbidden.get(here);
      if (answer !== undefined) break;
      climbed.push(here);

      answer = COMMON_TAGS.has(getNodeProperty(here, 'localName'))
        ? isEditor(here)
        : matches(here, IGNORED_SELECTOR);
    }

    for (const one of climbed) forbidden.set(one, answer === true);

    return answer === true;
  }

  return {
    edge,
    /** Returns true for text that must not be marked: text being edited, unreadable text, and Errata's own. */
    isOffLimits(text: Text): boolean {
      const { parentElement } = text;

      return parentElement
        ? designed || isForbidden(parentElement)
        : !isShadowRoot(text.parentNode);
    },
    /** Returns true if a text is rendered, also by `visibility`, `details` and `content-visibility`. */
    isShown: (text: Text) =>
      text.parentNode !== null &&
      getOrInsert(visible, text.parentNode, isVisible) &&
      isTextRendered(text, text.parentNode),
    /** Returns what a mark in this text would lie on. */
    backdropOf({ parentNode }: Text): MarkBackdrop {
      if (!parentNode) return 'plain';
      readBackdrop ??= createBackdropReader();

      return readBackdrop(getBlockElement(parentNode as Block));
    },
    /** Returns the nearest block, cell or flex item around a text, or its shadow root. */
    blockOf(text: Text): Block | null {
      let node: Node | null = text.parentNode;

      while (node && isElementNode(node)) {
        const known = edge(node);
        const parent: Node | null = getNodeProperty(node, 'parentNode');
        if (known === '\n' || known === '\t' || !parent) return node;
        node = parent;
      }

      return isShadowRoot(node) ? node : null;
    },
  };
}

/** Reads the attribute first, because nearly no element has it. */
const isEditor = (element: Element): boolean =>
  getAttribute(element, 'contenteditable') !== null &&
  matches(element, EDITOR_SELECTOR);

function getEdge(element: Element): Join | null {
  if (isTableCell(element)) return '\t';

  const localName = getNodeProperty(element, 'localName');
  if (localName === 'br' || localName === 'hr') return '\n';
  if (!COMMON_TAGS.has(localName) && matches(element, NEVER_READ)) return null;
  if (matches(element, CELL)) return '\t';

  // A footnote number is not a digit of the adjacent text.
  const display = getStyle(element)?.display ?? 'none';
  if (display === 'inline') return FOOTNOTES.has(localName) ? ' ' : '';

  const known = EDGES_BY_DISPLAY[display];
  if (known !== undefined) return known;

  if (display.startsWith('ruby') || continuesNumberBeside(element)) return '';

  return display.startsWith('inline-') ? ' ' : '\n';
}

const FOOTNOTES = /* @__PURE__ */ new Set(['sup', 'sub']);

const EDGES_BY_DISPLAY: Readonly<Record<string, Join | null>> = {
  none: null,
  // The reading above the base of a ruby is no part of its words.
  'ruby-text': ' ',
  contents: '',
  'table-cell': '\t',
};

function isVisible(parent: Node): boolean {
  if (!(isElementNode(parent) || isShadowRoot(parent))) return false;

  const element = getBlockElement(parent);
  if (isVisibleBox(element))
    // `hidden="until-found"` has a box without contents (`content-visibility: hidden`). It does not apply to cells.
    return (
      isTableCell(element) || getStyle(element)?.contentVisibility !== 'hidden'
    );

  // `checkVisibility` returns false for `display: contents`, although the contents are rendered.
  const style = getStyle(element);
  if (style?.display !== 'contents' || style.visibility !== 'visible')
    return false;

  const parentNode = getNodeProperty(element, 'parentNode');

  return parentNode !== null && isVisible(parentNode);
}

export const isVisibleBox = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true });

function isTextRendered(text: Text, parent: Node): boolean {
  if (!isElementNode(parent) || isTableCell(parent)) return true;

  if (getNodeProperty(parent, 'localName') === 'details')
    return getAttribute(parent, 'open') !== null;

  if (!isPicky(parent)) return true;

  const range = new Range();

  range.selectNodeContents(text);

  return range.getClientRects().length > 0;
}

/** A host needs a slot for its own text, and a slot shows it only as fallback. */
function isPicky(element: Element): boolean {
  const localName = getNodeProperty(element, 'localName');

  return (
    localName.includes('-') ||
    localName === 'slot' ||
    getNodeProperty(element, 'shadowRoot') !== null
  );
}
