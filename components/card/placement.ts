import {
  autoUpdate,
  computePosition,
  hide,
  inline,
  offset,
  type Placement,
  type Platform,
  platform,
  shift,
  size,
} from '@floating-ui/dom';
import type { Anchor } from './anchor.ts';
import { roomIn } from './anchor.ts';

const GAP = 8;
/** Less height than this on its side, and the card looks for another one. */
const MIN_HEIGHT = 120;
/** With this height above a code that has a tooltip, the card does not look elsewhere. */
const ENOUGH = 200;

export interface CardPosition {
  x: number;
  y: number;
  maxHeight: number;
}

interface FollowOptions {
  anchor: Anchor;
  host: HTMLElement;
  /** The browser's tooltip shows below the pointer, so the card goes elsewhere. */
  above: boolean;
  put(place: CardPosition): void;
  /** The code was scrolled out of sight or left the page. */
  lost(): void;
  signal: AbortSignal;
}

/** Places the card beside its code, 8 px away, and keeps it there until the signal ends. */
export function follow({ anchor, host, above, put, lost, signal }: FollowOptions): void {
  // The library takes a body for granted, which a drawing has not.
  if (!host.ownerDocument.body) {
    put(inCorner(host));
    return;
  }
  let side: Placement | null = null;
  let latest = 0;
  const update = async () => {
    if (!anchor.isThere() || !anchor.isInWindow()) {
      lost();
      return;
    }
    latest += 1;
    const run = latest;
    side ??= bestSide(anchor, host, above);
    let place = await placeAt(side, anchor, host);
    // The side stays while the card grows or the page scrolls, unless it gets too narrow there.
    if (place.maxHeight < MIN_HEIGHT) {
      side = bestSide(anchor, host, above);
      place = await placeAt(side, anchor, host);
    }
    if (signal.aborted || run !== latest) return;
    if (place.hidden) lost();
    else put(fills(anchor, host) ? inCorner(host) : place);
  };
  const stop = autoUpdate(anchor, host, update);
  // Its first look may already have found the code lost.
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
}

/**
 * The side with room for the whole card, else the roomiest above or below, where it scrolls. To the left and right only at
 * its full width, so that it never lies over the code.
 */
function bestSide(anchor: Anchor, host: HTMLElement, above: boolean): Placement {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = roomIn(host.ownerDocument.defaultView ?? window);
  const over = top - 2 * GAP;
  const under = height - bottom - 2 * GAP;
  if (above && over >= Math.min(host.offsetHeight, ENOUGH)) return 'top-start';
  if (!above && under >= host.offsetHeight) return 'bottom-start';
  if (over >= host.offsetHeight) return 'top-start';
  if (width - right - 2 * GAP >= host.offsetWidth) return 'right-start';
  if (left - 2 * GAP >= host.offsetWidth) return 'left-start';
  return under >= over ? 'bottom-start' : 'top-start';
}

async function placeAt(placement: Placement, anchor: Anchor, host: HTMLElement) {
  // The library knows the boxes that clip, but not where a frame lies within the window of the host.
  const sameWindow = anchor.contextElement.ownerDocument === host.ownerDocument;
  let maxHeight = Number.POSITIVE_INFINITY;
  const { x, y, middlewareData } = await computePosition(anchor, host, {
    platform: { ...platform, getElementRects },
    strategy: 'fixed',
    placement,
    middleware: [
      inline(),
      offset(GAP),
      shift({ padding: GAP }),
      size({
        padding: GAP,
        apply({ availableHeight }) {
          maxHeight = Math.floor(availableHeight);
        },
      }),
      sameWindow && hide(),
    ],
  });
  return { x, y, maxHeight, hidden: middlewareData.hide?.referenceHidden === true };
}

/** The library takes a root that is centred or scaled for one with a scroll bar at its left. */
const getElementRects: Platform['getElementRects'] = ({ reference, floating }) => {
  const { x, y, width, height } = reference.getBoundingClientRect();
  const own = floating.getBoundingClientRect();
  // Beside such a scroll bar.
  const begin = own.x - Number.parseFloat(getComputedStyle(floating).left);
  return {
    reference: { x: x - begin, y, width, height },
    floating: { x: 0, y: 0, width: own.width, height: own.height },
  };
};

/** A selection that leaves no room above or below, nor is it a code that the pointer is on. */
function fills(anchor: Anchor, host: HTMLElement): boolean {
  return anchor.getBoundingClientRect().height > roomIn(host.ownerDocument.defaultView ?? window).height / 2;
}

function inCorner(host: HTMLElement): CardPosition {
  const { width, height } = roomIn(host.ownerDocument.defaultView ?? window);
  return { x: width - host.offsetWidth - GAP, y: GAP, maxHeight: height - 2 * GAP };
}
