import type { VirtualElement } from '@floating-ui/dom';
import { boxIn, isShown, wayOut } from '../../lib/dom/frames.ts';
import { composedAncestors, isElement, ofNode } from '../../lib/dom/nodes.ts';
import { roomIn } from './frames.ts';

/** The code on the page, as the card sees it. */
export interface Anchor extends VirtualElement {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRect[];
  /** The element from which the library looks for scrolling parents. */
  contextElement: Element;
  /** Still in a document that is shown, and painted. */
  isThere(): boolean;
  /** Not scrolled out of its own window. */
  isInWindow(): boolean;
}

/** Makes a virtual element of the code's range, in the coordinates of the window that holds the card. */
export function anchorOf(range: Range, room: Window): Anchor {
  const element = elementOf(range);
  const own = documentOf(element).defaultView ?? room;
  const way = () => wayOut(own, room);
  const box = () => boxIn(way(), range.getBoundingClientRect());
  return {
    contextElement: climbable(element),
    getBoundingClientRect: box,
    getClientRects() {
      const out = way();
      return [...range.getClientRects()].map((rect) => boxIn(out, rect));
    },
    isThere() {
      const { width, height } = range.getBoundingClientRect();
      return ofNode(element, 'isConnected') && width + height > 0 && isShown(documentOf(element));
    },
    isInWindow() {
      const { width, height } = roomIn(own);
      return overlap(box(), boxIn(way(), new DOMRect(0, 0, width, height)));
    },
  };
}

/** The element that holds the range. */
export function elementOf(range: Range): Element {
  const { commonAncestorContainer: node } = range;
  const element = isElement(node) ? node : node.parentElement;
  return element ?? (node.ownerDocument ?? document).documentElement;
}

export const documentOf = (element: Element): Document => ofNode(element, 'ownerDocument') ?? document;

/** The properties that the library reads from elements. */
const ASKED = [
  'addEventListener',
  'assignedSlot',
  'clientHeight',
  'clientLeft',
  'clientTop',
  'clientWidth',
  'getBoundingClientRect',
  'host',
  'nodeName',
  'offsetHeight',
  'offsetWidth',
  'ownerDocument',
  'parentNode',
  'removeEventListener',
  'scrollLeft',
  'scrollTop',
];

/** The element, or the first ancestor outside every form: a form's fields may shadow the properties that the library reads. */
function climbable(element: Element): Element {
  let good: Element | null = element;
  for (const at of composedAncestors(element)) {
    if (ASKED.some((name) => Object.hasOwn(at, name))) good = null;
    else good ??= at;
  }
  return good ?? documentOf(element).documentElement;
}

const overlap = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
