import { isInBox, type Point } from '../dom/frames.ts';
import { getBox, getRoot, walkComposedAncestors } from '../dom/nodes.ts';
import type { Marks } from '../marking/marks.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import { getBlockElement, isShadowRoot } from '../text/readable-text.ts';
import type { GetShadowRoot } from '../text/shadow-roots.ts';
import { isReadableAt } from './text-cover.ts';

/** Vertical tolerance around a code, because an underline is thin. */
const POINTER_TOLERANCE_PX = 2;
const MAX_BOXES_READ = 3000;

/**
 * Returns the mark at a point of the viewport, also in shadow roots. Returns null if its text can't be read there.
 *
 * Not `CSS.highlights.highlightsFromPoint`: Chromium 156 returns only the highlights of the topmost element, also under a transparent
 * one, and Firefox 153 those of all texts at the point, also of covered, clipped and hidden ones. Both need the shadow roots.
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

  const point = { x, y };
  const above: Element[] = [];

  for (const node of getElementsAt(document, x, y, openRoot)) {
    const element = getBlockElement(node);

    for (const mark of marks.at(node))
      if (
        rangeContainsPoint(getMarkRange(mark), x, y) &&
        isReadableAt(element, above, point)
      )
        return mark;

    if (!isShadowRoot(node)) above.push(node);
  }

  return findMarkWithoutHit(point, marks, above);
}

/** Finds a mark that overflows its box, or lies in elements without pointer events, as in xterm.js. */
function findMarkWithoutHit(
  point: Point,
  marks: Marks,
  hits: readonly Element[],
): PageMark | null {
  for (const mark of [...marks.all].slice(0, MAX_BOXES_READ)) {
    if (!rangeContainsPoint(getMarkRange(mark), point.x, point.y)) continue;

    const [parent] = mark.parents;
    if (!parent) continue;

    const element = getBlockElement(parent as Element | ShadowRoot);
    const hit = findHitAncestor(element, hits, point);
    if (!hit || hit === element) continue;

    const above = hits
      .slice(0, hits.indexOf(hit))
      .filter((one) => isPaintedAbove(one, element));
    if (isReadableAt(element, above, point)) return mark;
  }

  return null;
}

/** Returns the nearest ancestor at the point, unless the text is clipped there. */
function findHitAncestor(
  element: Element,
  hits: readonly Element[],
  point: Point,
): Element | null {
  for (const around of walkComposedAncestors(element)) {
    if (hits.includes(around)) return around;
    if (isClippedAt(around, point)) return null;
  }

  return null;
}

function isClippedAt(element: Element, point: Point): boolean {
  const { clipPath, overflow, pointerEvents } = getComputedStyle(element);
  // A clipped element is hit where it is visible.
  if (clipPath !== 'none' && pointerEvents !== 'none') return true;

  return (
    /hidden|clip|auto|scroll/.test(overflow) && !isInBox(point, getBox(element))
  );
}

/** The background of a later element lies above the text only if the element is a layer of its own. */
function isPaintedAbove(element: Element, text: Element): boolean {
  const { opacity, position, transform, zIndex } = getComputedStyle(element);

  const isLayer =
    position !== 'static' ||
    transform !== 'none' ||
    zIndex !== 'auto' ||
    opacity !== '1';
  const order = text.compareDocumentPosition(element);

  return isLayer && Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING);
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
