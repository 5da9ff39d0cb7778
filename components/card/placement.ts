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
import { getRoom } from './anchor.ts';

const GAP_PX = 8;
/** Height in CSS pixels below which the card looks for another side. */
const MIN_SIDE_HEIGHT_PX = 120;
/** Height in CSS pixels above a code with a tooltip at which the card stays there. */
const ENOUGH_HEIGHT_PX = 200;

export interface CardPosition {
  x: number;
  y: number;
  maxHeight: number;
}

interface PlacementOptions {
  anchor: Anchor;
  host: HTMLElement;
  /** The code has a tooltip, which the browser shows below the pointer, so the card prefers the other side. */
  above: boolean;
  put(place: CardPosition): void;
  /** Called if the code was scrolled out of view or left the page. */
  onLost(): void;
  signal: AbortSignal;
}

/** Places the card 8 px from its code and keeps it there until the signal aborts. */
export function keepPlaced({ anchor, host, above, put, onLost, signal }: PlacementOptions): void {
  // floating-ui requires a body, which an SVG document does not have.
  if (!host.ownerDocument.body) {
    put(getCornerPosition(host));
    return;
  }
  let side: Placement | null = null;
  let latest = 0;
  const update = async () => {
    if (!anchor.isThere() || !anchor.isInWindow()) {
      onLost();
      return;
    }
    latest += 1;
    const run = latest;
    side ??= findBestSide(anchor, host, above);
    let place = await computeCardPosition(side, anchor, host);
    // Keep the side while the card grows or the page scrolls, unless too little height is left there.
    if (place.maxHeight < MIN_SIDE_HEIGHT_PX) {
      side = findBestSide(anchor, host, above);
      place = await computeCardPosition(side, anchor, host);
    }
    if (signal.aborted || run !== latest) return;
    if (place.hidden) onLost();
    else put(fillsViewport(anchor, host) ? getCornerPosition(host) : place);
  };
  const stop = autoUpdate(anchor, host, update);
  // The first update may already have found the code lost.
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
}

/**
 * Returns the side that fits the whole card; otherwise the roomier of above and below, where the card scrolls. Left and right need the
 * card's full width, so that it never covers the code.
 */
function findBestSide(anchor: Anchor, host: HTMLElement, above: boolean): Placement {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = getRoom(host.ownerDocument.defaultView ?? window);
  const over = top - 2 * GAP_PX;
  const under = height - bottom - 2 * GAP_PX;
  if (above && over >= Math.min(host.offsetHeight, ENOUGH_HEIGHT_PX)) return 'top-start';
  if (!above && under >= host.offsetHeight) return 'bottom-start';
  if (over >= host.offsetHeight) return 'top-start';
  if (width - right - 2 * GAP_PX >= host.offsetWidth) return 'right-start';
  if (left - 2 * GAP_PX >= host.offsetWidth) return 'left-start';
  return under >= over ? 'bottom-start' : 'top-start';
}

async function computeCardPosition(placement: Placement, anchor: Anchor, host: HTMLElement) {
  // floating-ui knows the clipping ancestors, but not the position of a frame within the host's window.
  const sameWindow = anchor.contextElement.ownerDocument === host.ownerDocument;
  let maxHeight = Number.POSITIVE_INFINITY;
  const { x, y, middlewareData } = await computePosition(anchor, host, {
    platform: { ...platform, getElementRects },
    strategy: 'fixed',
    placement,
    middleware: [
      inline(),
      offset(GAP_PX),
      shift({ padding: GAP_PX }),
      size({
        padding: GAP_PX,
        apply({ availableHeight }) {
          maxHeight = Math.floor(availableHeight);
        },
      }),
      sameWindow && hide(),
    ],
  });
  return { x, y, maxHeight, hidden: middlewareData.hide?.referenceHidden === true };
}

/**
 * Returns both boxes without floating-ui's scroll bar correction, which mistakes a centred or scaled root element for one with a scroll bar
 * on its left (added for github.com/floating-ui/floating-ui/issues/3200). Version 1.8.0; reproduce: `html { margin-left: 100px }`.
 */
const getElementRects: Platform['getElementRects'] = ({ reference, floating }) => {
  const { x, y, width, height } = reference.getBoundingClientRect();
  const own = floating.getBoundingClientRect();
  // Offset of the fixed containing block, for a scroll bar that is on the left.
  const begin = own.x - Number.parseFloat(getComputedStyle(floating).left);
  return {
    reference: { x: x - begin, y, width, height },
    floating: { x: 0, y: 0, width: own.width, height: own.height },
  };
};

/** Whether a selection is taller than half of the viewport. The card then goes into the corner. */
function fillsViewport(anchor: Anchor, host: HTMLElement): boolean {
  return anchor.getBoundingClientRect().height > getRoom(host.ownerDocument.defaultView ?? window).height / 2;
}

function getCornerPosition(host: HTMLElement): CardPosition {
  const { width, height } = getRoom(host.ownerDocument.defaultView ?? window);
  return { x: width - host.offsetWidth - GAP_PX, y: GAP_PX, maxHeight: height - 2 * GAP_PX };
}
