interface Point {
  x: number;
  y: number;
}

/** Windows of the same origin around this one, nearest first. */
export function ancestorWindows(inner: Window): Window[] {
  const around: Window[] = [];
  for (let view = parentOf(inner); view; view = parentOf(view)) around.push(view);
  return around;
}

/** Where an event of this window, or of one around it, lies in this window's own viewport. */
export function toFrame({ clientX, clientY, view }: MouseEvent, inner: Window): Point {
  const point = { x: clientX, y: clientY };
  for (let at = inner; at !== view; ) {
    const around = parentOf(at);
    const frame = at.frameElement;
    if (!around || !frame) break;
    const { left, top } = frame.getBoundingClientRect();
    point.x -= left + frame.clientLeft;
    point.y -= top + frame.clientTop;
    at = around;
  }
  return point;
}

function parentOf(inner: Window): Window | null {
  try {
    return inner.frameElement?.ownerDocument.defaultView ?? null;
  } catch {
    return null;
  }
}
