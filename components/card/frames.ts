import type { Box, Point } from './corridor.ts';

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

/** Where the top left corner of `inner` lies within `outer`, a window around it or itself. */
export function offsetWithin(inner: Window, outer: Window): Point {
  const offset = { x: 0, y: 0 };
  for (let at = inner; at !== outer; ) {
    const frame = frameOf(at);
    const around = frame?.ownerDocument.defaultView;
    if (!frame || !around) break;
    const { left, top } = frame.getBoundingClientRect();
    const { paddingLeft, paddingTop } = around.getComputedStyle(frame);
    offset.x += left + frame.clientLeft + Number.parseFloat(paddingLeft);
    offset.y += top + frame.clientTop + Number.parseFloat(paddingTop);
    at = around;
  }
  return offset;
}

/** A rectangle moved by an offset, with the sides that a positioning library asks for. */
export function moved({ left, top, right, bottom }: Box, { x, y }: Point): DOMRect {
  return new DOMRect(left + x, top + y, right - left, bottom - top);
}

/** The frame element around a window; null at the top and where another origin is around it. */
function frameOf(inner: Window): Element | null {
  try {
    return inner.frameElement;
  } catch {
    return null;
  }
}
