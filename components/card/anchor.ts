import {
  getAncestorWindows,
  getTransformToOuter,
  isDocumentShown,
  transformBox,
} from '../../lib/page/dom/frames.ts';
import {
  getDocumentProperty,
  getNodeProperty,
  isElementNode,
  matches,
  queryAll,
  walkComposedAncestors,
} from '../../lib/page/dom/nodes.ts';

/** The code on the page. Its boxes are in CSS pixels of the window that holds the card. */
export type Anchor = ReturnType<typeof createAnchor>;

export function createAnchor(range: Range, room: Window) {
  const element = getRangeElement(range);
  const own = getDocument(element).defaultView ?? room;
  const getTransform = () => getTransformToOuter(own, room);

  const getBox = () =>
    transformBox(getTransform(), range.getBoundingClientRect());

  return {
    element,
    getTransform,
    getBox,
    isThere() {
      const { width, height } = range.getBoundingClientRect();

      return (
        getNodeProperty(element, 'isConnected') &&
        width + height > 0 &&
        isDocumentShown(getDocument(element))
      );
    },
    isInWindow() {
      const { width, height } = getRoom(own);

      return doOverlap(
        getBox(),
        transformBox(getTransform(), new DOMRect(0, 0, width, height)),
      );
    },
  };
}

/** Returns the nearest element that contains the whole range; the root element if there is none. */
function getRangeElement({ commonAncestorContainer: node }: Range): Element {
  const element = isElementNode(node) ? node : node.parentElement;
  return (
    element ??
    getDocumentProperty('documentElement', node.ownerDocument ?? document)
  );
}

const getDocument = (element: Element): Document =>
  getNodeProperty(element, 'ownerDocument') ?? document;

export const doOverlap = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Returns the open dialog or popover around the code: all outside a modal is inert, and a press outside a popover closes it. */
export function findCardParent(range: Range, room: Document): Element {
  const own = getRangeElement(range);

  const around = [...walkComposedAncestors(own)].find((element) =>
    matches(element, ':modal, :popover-open'),
  );

  if (around && getDocument(own) === room) return around;

  const modal = [...queryAll(room, 'dialog:modal')].at(-1);

  return modal ?? getDocumentProperty('documentElement', room);
}

/** Whether an ancestor has a `title`, so that the browser shows a tooltip below the pointer. */
export function hasTooltip(range: Range): boolean {
  const titled = walkComposedAncestors(getRangeElement(range)).find((around) =>
    matches(around, '[title]'),
  );
  return titled !== undefined && !matches(titled, '[title=""]');
}

const MIN_WIDTH_PX = 360;
const MIN_HEIGHT_PX = 240;

/** Returns the code's window, or the outermost ancestor of the same origin if it is too small for a readable card. */
export const findRoomyWindow = (own: Window): Window =>
  own.innerWidth >= MIN_WIDTH_PX && own.innerHeight >= MIN_HEIGHT_PX
    ? own
    : (getAncestorWindows(own).at(-1) ?? own);

/** Returns the viewport size in CSS pixels, without scroll bars. Unlike `clientHeight`, `visualViewport` is right in quirks mode. */
export const getRoom = ({ visualViewport, innerWidth, innerHeight }: Window) =>
  visualViewport ?? { width: innerWidth, height: innerHeight };
