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
  const { x, y } = offsetWithin(inner, view ?? inner);
  return { x: clientX - x, y: clientY - y };
}

/** Where the top left corner of `inner` lies within `outer`, a window around it or itself. */
export function offsetWithin(inner: Window, outer: Window): Point {
  const offset = { x: 0, y: 0 };
  for (let at = inner; at !== outer; ) {
    const frame = frameOf(at);
    const around = parentOf(at);
    if (!frame || !around) break;
    const { left, top } = frame.getBoundingClientRect();
    const { paddingLeft, paddingTop } = around.getComputedStyle(frame);
    offset.x += left + frame.clientLeft + Number.parseFloat(paddingLeft);
    offset.y += top + frame.clientTop + Number.parseFloat(paddingTop);
    at = around;
  }
  return offset;
}

/** The frame element around a window; null at the top and where another origin is around it. */
export function frameOf(inner: Window): Element | null {
  try {
    return inner.frameElement;
  } catch {
    return null;
  }
}

const parentOf = (inner: Window): Window | null => frameOf(inner)?.ownerDocument.defaultView ?? null;
