import { isInBox } from '../dom/frames.ts';
import {
  getBox,
  getNodeProperty,
  getRoot,
  isElementNode,
} from '../dom/nodes.ts';
import type { Marks } from '../marking/marks.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import type { GetShadowRoot } from '../text/shadow-roots.ts';

/** Vertical tolerance around a code, because an underline is thin. */
const POINTER_TOLERANCE_PX = 2;
const MAX_BOXES_READ = 3000;

/**
 * Returns the mark at a point of the viewport, also in shadow roots. Returns null if something opaque covers it.
 *
 * @param openRoot Returns an element's shadow root, also a closed one, but never Errata's own.
 */
export function findMarkAt(
  x: number,
  y: number,
  marks: Marks,
  openRoot: GetShadowRoot,
): PageMark | null {
  if (marks.all.size === 0) return null;

  for (const element of getElementsAt(document, x, y, openRoot)) {
    for (const mark of marks.at(element))
      if (rangeContainsPoint(getMarkRange(mark), x, y)) return mark;
    if (isElementNode(element) && isOpaque(element)) break;
  }

  return findOverflowingMarkAt(x, y, marks);
}

/** Finds a mark that overflows its box, or lies in elements without pointer events, as in xterm.js. */
function findOverflowingMarkAt(
  x: number,
  y: number,
  marks: Marks,
): PageMark | null {
  const below = document.elementsFromPoint(x, y);

  const isClipped = (element: Element) =>
    /hidden|clip|auto|scroll/.test(getComputedStyle(element).overflow) &&
    !isInBox({ x, y }, getBox(element));

  for (const mark of [...marks.all].slice(0, MAX_BOXES_READ)) {
    if (!rangeContainsPoint(getMarkRange(mark), x, y)) continue;

    let element = mark.nodes[0].parentElement;

    while (element && !below.includes(element) && !isClipped(element))
      element = getNodeProperty(element, 'parentElement');

    const at = element ? below.indexOf(element) : -1;
    if (at >= 0 && !below.slice(0, at).some(isOpaque)) return mark;
  }

  return null;
}

/** Returns true if a point is on one of the lines of a range. The bounding box would include the space between lines. */
export const rangeContainsPoint = (
  range: Range,
  x: number,
  y: number,
): boolean =>
  [...range.getClientRects()].some((box) =>
    isInBox({ x, y }, box, 1, POINTER_TOLERANCE_PX),
  );

/** Returns the mark of this code at or next to the position of a box. */
export function findMarkNear(
  box: DOMRect,
  code: string,
  marks: Marks,
): PageMark | null {
  for (const mark of marks.all) {
    if (mark.hit.code !== code) continue;
    const { left, top } = getMarkRange(mark).getBoundingClientRect();
    if (Math.abs(left - box.left) <= 8 && Math.abs(top - box.top) <= 8)
      return mark;
  }

  return null;
}

/** Yields elements and shadow roots at a point, topmost first. The contents of a shadow root come before its host. */
function* getElementsAt(
  root: Document | ShadowRoot,
  x: number,
  y: number,
  openRoot: GetShadowRoot,
): Generator<Element | ShadowRoot> {
  for (const element of root.elementsFromPoint(x, y)) {
    if (getRoot(element) !== root) continue;

    const inner = openRoot(element);
    if (inner) yield* getElementsAt(inner, x, y, openRoot);
    if (inner) yield inner;
    yield element;
  }
}

function isOpaque(element: Element): boolean {
  const { backgroundColor, backgroundImage, opacity } =
    getComputedStyle(element);

  if (Number(opacity) < 0.1) return false;

  return (
    backgroundImage !== 'none' ||
    !/^(?:transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor)
  );
}
