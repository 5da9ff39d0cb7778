import type { VirtualElement } from '@floating-ui/dom';
import { offsetWithin } from '../../lib/dom/frames.ts';
import { moved, roomIn } from './frames.ts';

/** The code on the page, as the card sees it. */
export interface Anchor extends VirtualElement {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRect[];
  contextElement: Element;
  /** Still in a document, and painted. */
  isThere(): boolean;
  /** Not scrolled out of its own window. */
  isInWindow(): boolean;
}

/** Makes the code's range something to place a card by, in the coordinates of the window that holds the card. */
export function anchorOf(range: Range, room: Window): Anchor {
  const contextElement = elementOf(range);
  const own = contextElement.ownerDocument.defaultView ?? room;
  const shift = () => offsetWithin(own, room);
  const box = () => moved(range.getBoundingClientRect(), shift());
  return {
    contextElement,
    getBoundingClientRect: box,
    getClientRects() {
      const offset = shift();
      return [...range.getClientRects()].map((rect) => moved(rect, offset));
    },
    isThere() {
      const { width, height } = range.getBoundingClientRect();
      return contextElement.isConnected && width + height > 0;
    },
    isInWindow() {
      const offset = shift();
      const { width, height } = roomIn(own);
      return overlap(box(), new DOMRect(offset.x, offset.y, width, height));
    },
  };
}

/** The element that holds the range. */
export function elementOf(range: Range): Element {
  const { commonAncestorContainer: node } = range;
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return element ?? (node.ownerDocument ?? document).documentElement;
}

/** The element and those around it, out through shadow roots, open or closed. */
export function* composedAncestors(from: Element): Generator<Element> {
  for (let at: Element | null = from; at; at = parentOf(at)) yield at;
}

function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof Element || parent?.nodeType === Node.ELEMENT_NODE) return parent as Element;
  return (parent as ShadowRoot | null)?.host ?? null;
}

const overlap = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
