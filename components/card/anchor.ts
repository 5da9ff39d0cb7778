import type { VirtualElement } from '@floating-ui/dom';
import { boxIn, frameOf, isShown, wayOut } from '../../lib/dom/frames.ts';
import { attributeOf, composedAncestors, fits, isElement, ofNode } from '../../lib/dom/nodes.ts';

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

const documentOf = (element: Element): Document => ofNode(element, 'ownerDocument') ?? document;

/** The properties that the library reads from elements. */
const ASKED = [
  ...'addEventListener assignedSlot clientHeight clientLeft clientTop clientWidth'.split(' '),
  ...'getBoundingClientRect host nodeName offsetHeight offsetWidth ownerDocument'.split(' '),
  ...'parentNode removeEventListener scrollLeft scrollTop'.split(' '),
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

/**
 * The element that the card is appended to. Within an open modal dialog that is the dialog, since all else is inert;
 * within an open popover the popover, so that a click in the card is no click outside of it.
 */
export function homeOf(range: Range, room: Document): Element {
  const own = elementOf(range);
  if (documentOf(own) === room) {
    for (const element of composedAncestors(own)) {
      if (fits(element, ':modal, :popover-open')) return element;
    }
  }
  const modal = [...room.querySelectorAll('dialog:modal')].at(-1);
  return modal ?? room.documentElement;
}

/** Whether the browser shows a tooltip for the code, which it does below the pointer. */
export function hasTooltip(range: Range): boolean {
  for (const element of composedAncestors(elementOf(range))) {
    const title = attributeOf(element, 'title');
    if (title !== null) return title !== '';
  }
  return false;
}

/** Below this a frame cannot hold a card that can be read. */
const MIN_WIDTH = 360;
const MIN_HEIGHT = 240;

/**
 * The window whose document takes the card: the code's own, or, where that is too small, the topmost of the same origin
 * around it.
 */
export function roomyWindow(own: Window): Window {
  let room = own;
  if (own.innerWidth >= MIN_WIDTH && own.innerHeight >= MIN_HEIGHT) return room;
  for (let frame = frameOf(room); frame; frame = frameOf(room)) {
    const around = frame.ownerDocument.defaultView;
    if (!around) break;
    room = around;
  }
  return room;
}

/** What of a window a card may fill: without scroll bars, and right in pages without a doctype too. */
export function roomIn({ visualViewport, innerWidth, innerHeight }: Window): {
  width: number;
  height: number;
} {
  return visualViewport ?? { width: innerWidth, height: innerHeight };
}
