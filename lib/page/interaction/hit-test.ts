import { getNodeProperty, getRoot, isElementNode } from '../../dom/nodes.ts';
import type { Marks, PageMark } from '../marking/marks.ts';
import { getMarkRange } from '../marking/page-mark.ts';

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
  openRoot: (host: Element) => ShadowRoot | null,
): PageMark | null {
  if (marks.all.size === 0) return null;
  for (const element of getElementsAt(document, x, y, openRoot)) {
    for (const mark of marks.under(element)) if (rangeContainsPoint(getMarkRange(mark), x, y)) return mark;
    if (isElementNode(element) && isOpaque(element)) break;
  }
  return findOverflowingMarkAt(x, y, marks);
}

/** Returns a mark that overflows its box and is therefore above elements that do not contain it. */
function findOverflowingMarkAt(x: number, y: number, marks: Marks): PageMark | null {
  const below = document.elementsFromPoint(x, y);
  let looked = 0;
  for (const mark of marks.all) {
    if (++looked > MAX_BOXES_READ) break;
    if (!rangeContainsPoint(getMarkRange(mark), x, y)) continue;
    let element = mark.nodes[0].parentElement;
    while (element && !below.includes(element) && !clipsOverflow(element))
      element = getNodeProperty(element, 'parentElement');
    if (!element || !below.includes(element)) continue;
    if (!below.slice(0, below.indexOf(element)).some(isOpaque)) return mark;
  }
  return null;
}

const clipsOverflow = (element: Element) =>
  /hidden|clip|auto|scroll/.test(getComputedStyle(element).overflow);

/** Returns true if a point is on one of the lines of a range. The bounding box would include the space between lines. */
export function rangeContainsPoint(range: Range, x: number, y: number): boolean {
  for (const { left, right, top, bottom } of range.getClientRects()) {
    if (
      x >= left - 1 &&
      x <= right + 1 &&
      y >= top - POINTER_TOLERANCE_PX &&
      y <= bottom + POINTER_TOLERANCE_PX
    )
      return true;
  }
  return false;
}

/** Returns the mark of this code at or next to the position of a box. */
export function findMarkNear(box: DOMRect, code: string, marks: Marks): PageMark | null {
  for (const mark of marks.all) {
    if (mark.hit.code !== code) continue;
    const { left, top } = getMarkRange(mark).getBoundingClientRect();
    if (Math.abs(left - box.left) <= 8 && Math.abs(top - box.top) <= 8) return mark;
  }
  return null;
}

/** Yields elements and shadow roots at a point, topmost first. The contents of a shadow root come before its host. */
function* getElementsAt(
  root: Document | ShadowRoot,
  x: number,
  y: number,
  openRoot: (host: Element) => ShadowRoot | null,
): Generator<Element | ShadowRoot> {
  for (const element of root.elementsFromPoint(x, y)) {
    if (getRoot(element) !== root) continue;
    const inner = openRoot(element);
    if (inner) {
      yield* getElementsAt(inner, x, y, openRoot);
      yield inner;
    }
    yield element;
  }
}

function isOpaque(element: Element): boolean {
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (Number(opacity) < 0.1) return false;
  return backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor);
}
