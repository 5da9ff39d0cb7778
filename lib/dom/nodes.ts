/* Accessors that are safe from DOM clobbering. In Chromium a form returns its field for any property of the same name, even `parentNode`
   or `matches` (HTML: [LegacyOverrideBuiltIns]). So these use the getters and methods of the prototypes. Firefox's content scripts see
   the original properties (Xray vision). */

export const ofNode = <K extends keyof Node>(node: Node, name: K): Node[K] =>
  Reflect.get(Node.prototype, name, node);
export const ofElement = <K extends keyof Element>(element: Element, name: K): Element[K] =>
  Reflect.get(Element.prototype, name, element);

const ELEMENT = 1;
const TEXT = 3;
export const isText = (node: Node): node is Text => node.nodeType === TEXT;
/** Called for every node, so it must be fast. A form whose `nodeType` is clobbered by a field has an object there. */
export const isElement = (node: Node): node is Element =>
  node.nodeType === ELEMENT || typeof node.nodeType === 'object';

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const fits = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const nearestOf = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const firstIn = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);
export const allIn = (node: ParentNode & Node, selector: string): NodeListOf<Element> =>
  (isElement(node) ? Element.prototype : node).querySelectorAll.call(node, selector);
export const holds = (outer: Node, inner: Node | null): boolean => Node.prototype.contains.call(outer, inner);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

export const bringIntoView = (element: Element, block: ScrollLogicalPosition): void =>
  Element.prototype.scrollIntoView.call(element, { block, inline: 'nearest', behavior: 'instant' });

/**
 * Returns the computed style. Null in Firefox if the window is in a frame that was removed (Firefox 153, no bug known; reproduce: keep a
 * frame's `getComputedStyle`, remove the frame, call it).
 */
export const styleOf = (element: Element): CSSStyleDeclaration | null => getComputedStyle(element);

/** Yields the element and its ancestors, through open and closed shadow roots. */
export function* composedAncestors(from: Element): Generator<Element> {
  for (let at: Element | null = from; at; at = parentOf(at)) yield at;
}

function parentOf(element: Element): Element | null {
  const parent = ofElement(element, 'assignedSlot') ?? ofNode(element, 'parentNode');
  if (!parent || isElement(parent)) return parent;
  return (parent as Partial<ShadowRoot>).host ?? null;
}
