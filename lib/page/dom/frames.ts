import { getDocumentProperty, getWindow } from './nodes.ts';
export type Point = Record<'x' | 'y', number>;
export type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;

/** @param dx Tolerance to each side. */
export const isInBox = (
  { x, y }: Point,
  { left, top, right, bottom }: Box,
  dx = 0,
  dy = 0,
): boolean =>
  x >= left - dx && x <= right + dx && y >= top - dy && y <= bottom + dy;

export function getAncestorWindows(inner: Window): Window[] {
  const parent = getParentWindow(inner);
  return parent ? [parent, ...getAncestorWindows(parent)] : [];
}

/** Whether a page of another origin contains this window, and can cover it. */
export function hasForeignAncestor(inner: Window): boolean {
  const outermost = getAncestorWindows(inner).at(-1) ?? inner;
  return outermost !== outermost.parent;
}

/** Converts the position of an event in this window or an ancestor into coordinates of this window's viewport, in CSS pixels. */
export function toFramePoint(
  { clientX, clientY, view }: MouseEvent,
  inner: Window,
): Point {
  const point = { x: clientX, y: clientY };

  if (!view || view === inner) return point;

  const { x, y } = getTransformToOuter(inner, view)
    .inverse()
    .transformPoint(point);

  return { x, y };
}

/** Returns the matrix from viewport coordinates of `inner` to those of `outer`, which is an ancestor window or `inner` itself. */
export function getTransformToOuter(inner: Window, outer: Window): DOMMatrix {
  const frame = inner === outer ? null : getFrameElement(inner);
  const around = getParentWindow(inner);
  if (!frame || !around) return new DOMMatrix();

  return getTransformToOuter(around, outer).multiply(
    getFrameTransform(frame, around),
  );
}

export function transformBox(
  way: DOMMatrix,
  { left, top, right, bottom }: DOMRect,
): DOMRect {
  const { x, y } = way.transformPoint({ x: left, y: top });
  const end = way.transformPoint({ x: right, y: bottom });
  return new DOMRect(x, y, end.x - x, end.y - y);
}

/** Whether a document is the one that its window shows, and so are all ancestors: no frame was removed or navigated. */
export function isDocumentShown(document: Document): boolean {
  const view = getDocumentProperty('defaultView', document);
  if (!view || view.closed || view.document !== document) return false;
  const frame = getFrameElement(view);
  return !frame || (frame.isConnected && isDocumentShown(frame.ownerDocument));
}

/** Returns the frame element of a window; null for a top-level window or a cross-origin parent. */
export function getFrameElement(inner: Window): HTMLElement | null {
  try {
    return inner.frameElement as HTMLElement | null;
  } catch {
    return null;
  }
}

function getParentWindow(inner: Window): Window | null {
  const frame = getFrameElement(inner);
  return frame && getWindow(frame);
}

/** Returns the matrix from a frame's viewport to its parent's: position and scale. A rotated frame counts as its bounding box. */
function getFrameTransform(frame: HTMLElement, around: Window): DOMMatrix {
  const box = frame.getBoundingClientRect();
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = frame;
  const { paddingLeft, paddingTop } = around.getComputedStyle(frame);

  return new DOMMatrix()
    .translate(box.left, box.top)
    .scale(getScale(box.width, offsetWidth), getScale(box.height, offsetHeight))
    .translate(
      clientLeft + Number.parseFloat(paddingLeft),
      clientTop + Number.parseFloat(paddingTop),
    );
}

/** Ignores differences below one pixel, which are due to rounding. */
const getScale = (real: number, own: number) =>
  own === 0 || Math.abs(real - own) < 1 ? 1 : real / own;
