import { walkComposedAncestors } from './nodes.ts';

export type Point = Record<'x' | 'y', number>;
export type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;

/** Returns the same-origin ancestor windows, nearest first. */
export function getAncestorWindows(inner: Window): Window[] {
  const around: Window[] = [];
  for (let view = getParentWindow(inner); view; view = getParentWindow(view)) around.push(view);
  return around;
}

/** Converts the position of an event in this window or an ancestor into coordinates of this window's viewport, in CSS pixels. */
export function toFramePoint({ clientX, clientY, view }: MouseEvent, inner: Window): Point {
  const point = { x: clientX, y: clientY };
  if (!view || view === inner) return point;
  const { x, y } = getTransformToOuter(inner, view).inverse().transformPoint(point);
  return { x, y };
}

/** Returns the matrix from viewport coordinates of `inner` to those of `outer`, which is an ancestor window or `inner` itself. */
export function getTransformToOuter(inner: Window, outer: Window): DOMMatrix {
  let way = new DOMMatrix();
  for (let at = inner; at !== outer; ) {
    const frame = getFrameElement(at);
    const around = getParentWindow(at);
    if (!frame || !around) break;
    way = getFrameTransform(frame, around).multiply(way);
    at = around;
  }
  return way;
}

/** Returns the bounding box in the outer window of a rectangle in the inner one. */
export function transformBox(way: DOMMatrix, { left, top, right, bottom }: DOMRect): DOMRect {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => way.transformPoint({ x, y })));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return new DOMRect(x, y, Math.max(...xs) - x, Math.max(...ys) - y);
}

/** Whether a document is the one that its window shows, and so are all ancestors: no frame was removed or navigated. */
export function isDocumentShown(document: Document): boolean {
  for (let shown = document; ; ) {
    const view = shown.defaultView;
    if (!view || view.closed || view.document !== shown) return false;
    const frame = getFrameElement(view);
    if (!frame) return true;
    if (!frame.isConnected) return false;
    shown = frame.ownerDocument;
  }
}

/** Returns the frame element of a window; null for a top-level window or a cross-origin parent. */
export function getFrameElement(inner: Window): HTMLElement | null {
  try {
    return inner.frameElement as HTMLElement | null;
  } catch {
    return null;
  }
}

const getParentWindow = (inner: Window): Window | null =>
  getFrameElement(inner)?.ownerDocument.defaultView ?? null;

/**
 * Returns the matrix from a frame's viewport to its parent's. Rotation and scale come from the computed styles of the ancestors. Position
 * and size come from the bounding box, whose centre is that of the frame in any rotation.
 */
function getFrameTransform(frame: HTMLElement, around: Window): DOMMatrix {
  const box = frame.getBoundingClientRect();
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = frame;
  const { paddingLeft, paddingTop } = around.getComputedStyle(frame);
  const turn = getRotation(frame, around);
  const turned = transformBox(turn, new DOMRect(0, 0, offsetWidth, offsetHeight));
  return new DOMMatrix()
    .translate(box.left + box.width / 2, box.top + box.height / 2)
    .scale(getScale(box.width, turned.width), getScale(box.height, turned.height))
    .multiply(turn)
    .translate(
      clientLeft + Number.parseFloat(paddingLeft) - offsetWidth / 2,
      clientTop + Number.parseFloat(paddingTop) - offsetHeight / 2,
    );
}

/** Ignores differences below one pixel, which are due to rounding. */
const getScale = (real: number, own: number) => (own === 0 || Math.abs(real - own) < 1 ? 1 : real / own);

/** Returns the combined linear part of all transforms of an element and its ancestors. */
function getRotation(element: HTMLElement, view: Window): DOMMatrix {
  let turn = new DOMMatrix();
  for (const at of walkComposedAncestors(element)) {
    const { transform, rotate, scale } = view.getComputedStyle(at);
    const { a, b, c, d } = new DOMMatrix(transform);
    const [x = 1, y = x] = scale === 'none' ? [] : scale.split(' ').map(Number);
    const angle = /^-?[\d.e-]+deg$/.test(rotate) ? Number.parseFloat(rotate) : 0;
    turn = new DOMMatrix()
      .rotate(angle)
      .scale(x, y)
      .multiply(new DOMMatrix([a, b, c, d, 0, 0]))
      .multiply(turn);
  }
  return turn;
}
