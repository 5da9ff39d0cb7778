import { frameOf } from '../../lib/dom/frames.ts';

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
