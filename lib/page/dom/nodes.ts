/*
 * Accessors that are safe from DOM clobbering. In Chromium a form returns its field for any property of the same
 * name, even `parentNode` or `matches`, and a document its image, form or frame of that name, even for `body` or
 * `createTreeWalker` ([LegacyOverrideBuiltIns], https://html.spec.whatwg.org/multipage/forms.html#the-form-element,
 * https://html.spec.whatwg.org/multipage/dom.html#the-document-object). So these use the getters and methods of the
 * prototypes. Firefox's content scripts see the original properties
 * (https://firefox-source-docs.mozilla.org/dom/scriptSecurity/xray_vision.html).
 */

type Getter = (this: Node) => unknown;

/** The getters of properties by their names. */
const getters: Record<string, Getter> = {};

/** Finds the getter of a property on the prototypes of elements. */
function findGetter(name: string): Getter {
  let at: object | null = Element.prototype;

  for (; at; at = Object.getPrototypeOf(at)) {
    const getter = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (!getter) continue;

    getters[name] = getter;
    return getter;
  }

  throw new TypeError(`An element has no property "${name}"`);
}

/** Calls the getter, which takes half as long as `Reflect.get`: there are many calls for each text. */
export const getNodeProperty = <
  N extends Node,
  K extends keyof N & keyof Element & string,
>(
  node: N,
  name: K,
): N[K] => (getters[name] ?? findGetter(name)).call(node) as N[K];

type Direction =
  | `${'previous' | 'next'}${'' | 'Element'}Sibling`
  | `parent${'Element' | 'Node'}`;

/** Yields what is reached from a node by a property, nearest first: its ancestors, or the siblings on one side. */
export function* walk<K extends Direction>(
  from: Node,
  direction: K,
  most = Number.POSITIVE_INFINITY,
) {
  const step = (at: Node) => getNodeProperty(at as Element, direction);

  for (let at = step(from), left = most; at && left > 0; at = step(at), left--)
    yield at as NonNullable<Element[K]>;
}

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
export const isTextNode = (node: Node): node is Text =>
  node.nodeType === TEXT_NODE;
/** Called for every node, so it must be fast. A form whose `nodeType` is clobbered by a field has an object there. */
export const isElementNode = (node: Node): node is Element =>
  node.nodeType === ELEMENT_NODE ||
  (typeof node.nodeType === 'object' && !isDocument(node));

const isDocument = (node: Node): node is Document => node instanceof Document;

export const getAttribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const query = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);

export function queryAll(
  node: ParentNode & Node,
  selector: string,
): NodeListOf<Element> {
  if (isElementNode(node))
    return Element.prototype.querySelectorAll.call(node, selector);

  return isDocument(node)
    ? Document.prototype.querySelectorAll.call(node, selector)
    : node.querySelectorAll(selector);
}

export const getDocumentProperty = <K extends keyof Document>(
  name: K,
  of: Document = document,
): Document[K] => Reflect.get(Document.prototype, name, of);

/** Returns the root element. It is null while the page replaces its document. */
export const getDocumentElement = (): HTMLElement | null =>
  getDocumentProperty('documentElement');

/** Returns the window that shows an element. Null if it shows another document now. */
export const getWindow = (
  of: Element | ShadowRoot,
): (Window & typeof globalThis) | null =>
  getDocumentProperty('defaultView', of.ownerDocument);

/** @param shown Kinds of nodes, as bits of `NodeFilter`. */
export const createTreeWalker = (root: Node, shown: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, shown);

export const createNodeIterator = (root: Node, shown: number): NodeIterator =>
  Document.prototype.createNodeIterator.call(document, root, shown);

/** Returns the elements at a point of the viewport, in CSS pixels, topmost first. */
export const getElementsAt = (x: number, y: number): Element[] =>
  Document.prototype.elementsFromPoint.call(document, x, y);

export const getElementAt = (x: number, y: number): Element | null =>
  Document.prototype.elementFromPoint.call(document, x, y);

/** Listens on a document or a shadow root. */
export const listenOn = (
  target: Document | ShadowRoot,
  type: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions,
): void =>
  EventTarget.prototype.addEventListener.call(target, type, listener, options);
/** Faster than `childElementCount`, which counts all children at each call, except for the few cells of a row. */
export const hasMoreChildren = (element: Element, count: number): boolean =>
  getNodeProperty(element, 'localName') === 'tr'
    ? getNodeProperty(element, 'childElementCount') > count
    : getNodeProperty(element, 'children').item(count) !== null;

/** Returns how many elements precede one in its parent. */
export function getElementIndex(element: Element): number {
  // It is -1 in what is no row. A form may have a field of that name, which is no number.
  const { cellIndex = -1 } = element as Partial<HTMLTableCellElement>;
  if (cellIndex >= 0) return cellIndex;

  let index = 0;
  let before = getNodeProperty(element, 'previousElementSibling');

  for (; before; before = getNodeProperty(before, 'previousElementSibling'))
    index++;

  return index;
}

export const contains = (outer: Node, inner: Node | null): boolean =>
  Node.prototype.contains.call(outer, inner);
export const getBox = (element: Element): DOMRect =>
  Element.prototype.getBoundingClientRect.call(element);

/** Returns the box of a text, around all its lines. */
export function getTextBox(text: Text): DOMRect {
  const range = new Range();

  range.selectNodeContents(text);

  return range.getBoundingClientRect();
}

export const getRoot = (node: Node): Node =>
  Node.prototype.getRootNode.call(node);

export const scrollIntoView = (
  element: Element,
  block: ScrollLogicalPosition,
): void =>
  Element.prototype.scrollIntoView.call(element, {
    block,
    inline: 'nearest',
    behavior: 'instant',
  });

/**
 * Returns the computed style. Null in Firefox if the window is in a frame that was removed (Firefox 153, no bug known; reproduce: keep a
 * frame's `getComputedStyle`, remove the frame, call it).
 */
export function getStyle(element: Element): CSSStyleDeclaration | null {
  try {
    return getComputedStyle(element);
  } catch (error) {
    // Firefox refuses it while a page is being left.
    if (String(error).includes('SECURITY_MANAGER_VETO')) return null;
    throw error;
  }
}

/** Yields the element and its ancestors, through open and closed shadow roots. */
export function* walkComposedAncestors(from: Element): Generator<Element> {
  for (let at: Element | null = from; at; at = getComposedParent(at)) yield at;
}

/** Returns the element that contains this one as displayed: its slot, its parent or the host of its shadow root. */
export function getComposedParent(element: Element): Element | null {
  const parent: Node | null =
    getNodeProperty(element, 'assignedSlot') ??
    getNodeProperty(element, 'parentNode');
  if (!parent || isElementNode(parent)) return parent;

  return (parent as Partial<ShadowRoot>).host ?? null;
}

/** Returns the focused element, which may be in an open shadow root. */
export function findDeepestFocus(of: Document): Element | null {
  let focused = getDocumentProperty('activeElement', of);

  while (focused) {
    const inner = getNodeProperty(focused, 'shadowRoot')?.activeElement;
    if (!inner) break;
    focused = inner;
  }

  return focused;
}
