/*
 * In Chromium a form gives a field of its own where it is asked for what the field is named, be it `parentNode` or `matches`: so what may be a form is
 * asked by the prototypes' own means, and by itself only where a field cannot be taken for the answer.
 */

export const ofNode = <K extends keyof Node>(node: Node, name: K): Node[K] =>
  Reflect.get(Node.prototype, name, node);
export const ofElement = <K extends keyof Element>(element: Element, name: K): Element[K] =>
  Reflect.get(Element.prototype, name, element);

const ELEMENT = 1;
const TEXT = 3;
export const isText = (node: Node): node is Text => node.nodeType === TEXT;
/** Asked of every node, and quick: whose type is a field is a form. */
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

/** How an element is drawn; null where its frame has gone, of which Firefox tells nothing. */
export const styleOf = (element: Element): CSSStyleDeclaration | null => getComputedStyle(element);

/** The element and those around it, out through shadow roots, open or closed. */
export function* composedAncestors(from: Element): Generator<Element> {
  for (let at: Element | null = from; at; at = parentOf(at)) yield at;
}

function parentOf(element: Element): Element | null {
  const parent = ofElement(element, 'assignedSlot') ?? ofNode(element, 'parentNode');
  if (!parent || isElement(parent)) return parent;
  return (parent as Partial<ShadowRoot>).host ?? null;
}
