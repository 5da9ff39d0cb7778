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
import { closest, contains, getNodeProperty, isTextNode, matches } from '../../lib/dom/nodes.ts';
import type { Anchor } from './anchor.ts';
import { doOverlap, getRoom } from './anchor.ts';

const GAP_PX = 8;
/** Height in CSS pixels below which the card looks for another side. */
const MIN_SIDE_HEIGHT_PX = 120;
/** Height in CSS pixels above a code with a tooltip at which the card stays there. */
const ENOUGH_HEIGHT_PX = 200;
/** Height in CSS pixels to which a card beside its code can grow without moving, so that an opened fold stays under the pointer. */
const GROWTH_HEIGHT_PX = 420;
/** Points of a grid, in each direction, at which the card looks for content of the page. */
const GRID = 6;
const OWN_LOG_WEIGHT = 3;
/** Tables, logs and lists, whose rows should stay visible. */
const LOG_SELECTOR = 'table,pre,ul,ol,[role="grid"],[role="table"],[role="treegrid"]';
/** Length in UTF-16 units from which a text outside a log counts as prose. */
const MIN_PROSE_UNITS = 60;

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
  /** The position that the card keeps unless it would cover the code. */
  fixed: CardPosition | null;
  put(place: CardPosition): void;
  /** Called if the code was scrolled out of view or left the page. */
  onLost(): void;
  signal: AbortSignal;
}

/** Places the card 8 px from its code and keeps it there until the signal aborts. */
export function keepPositioned({ anchor, host, above, fixed, put, onLost, signal }: PlacementOptions): void {
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
    if (fixed && !doOverlap(anchor.getBoundingClientRect(), host.getBoundingClientRect())) {
      put(fixed);
      return;
    }
    latest += 1;
    const run = latest;
    side ??= findBestSide(anchor, host, above);
    let place = await computeCardPosition(side, anchor, host);
    // Keep the side while the card grows or the page scrolls, unless there is too little room left.
    if (place.maxHeight < MIN_SIDE_HEIGHT_PX || !place.fits) {
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
 * Returns left or right if the card fits there, so that the rows above and below the code stay visible: the side where it covers less of
 * the page. Otherwise, and in prose, below or above, whichever fits the card or is roomier.
 */
function findBestSide(anchor: Anchor, host: HTMLElement, above: boolean): Placement {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = getRoom(host.ownerDocument.defaultView ?? window);
  const over = top - 2 * GAP_PX;
  const under = height - bottom - 2 * GAP_PX;
  // In prose, the next words and codes of the line matter more than the lines below.
  if (!above && isInProse(anchor.contextElement) && under >= host.offsetHeight) return 'bottom-start';
  const isRight = width - right - 2 * GAP_PX >= host.offsetWidth;
  const isLeft = left - 2 * GAP_PX >= host.offsetWidth;
  // A tooltip extends to the right of the pointer.
  if (above && isLeft) return 'left-start';
  if (above && over >= Math.min(host.offsetHeight, ENOUGH_HEIGHT_PX)) return 'top-start';
  if (isLeft && isRight) {
    const y = limitTop(top, host);
    const more =
      countContent(anchor, host, right + GAP_PX, y) -
      countContent(anchor, host, left - GAP_PX - host.offsetWidth, y);
    const isRtl = getComputedStyle(anchor.contextElement).direction === 'rtl';
    return more < 0 || (more === 0 && !isRtl) ? 'right-start' : 'left-start';
  }
  if (isRight) return 'right-start';
  if (isLeft) return 'left-start';
  if (!above && under >= host.offsetHeight) return 'bottom-start';
  return over >= host.offsetHeight || over > under ? 'top-start' : 'bottom-start';
}

const isInProse = (element: Element): boolean =>
  !closest(element, LOG_SELECTOR) &&
  (getNodeProperty(element, 'textContent') ?? '').trim().length >= MIN_PROSE_UNITS;

/** Returns the upper edge of a card beside its code: at the code, or higher if the card would not fit below that or could not grow. */
function limitTop(top: number, host: HTMLElement): number {
  const { height } = getRoom(host.ownerDocument.defaultView ?? window);
  return Math.max(GAP_PX, Math.min(top, height - GAP_PX - Math.max(host.offsetHeight, GROWTH_HEIGHT_PX)));
}

/** Counts the points of a grid at which a card at this position would cover text, a picture or a control. The code's own table counts most. */
function countContent(anchor: Anchor, host: HTMLElement, left: number, top: number): number {
  const { offsetWidth, offsetHeight, ownerDocument } = host;
  const log = closest(anchor.contextElement, LOG_SELECTOR);
  let count = 0;
  for (let at = 0; at < GRID ** 2; at++) {
    const [x, y] = [(at % GRID) + 0.5, Math.floor(at / GRID) + 0.5];
    const element = ownerDocument.elementFromPoint(
      left + (x / GRID) * offsetWidth,
      top + (y / GRID) * offsetHeight,
    );
    if (!element || element === host) continue;
    const holdsText = [...getNodeProperty(element, 'childNodes')].some(
      (node) => isTextNode(node) && node.data.trim() !== '',
    );
    if (!holdsText && !matches(element, 'img,svg *,canvas,video,iframe,button,input,select,textarea'))
      continue;
    count += log && contains(log, element) ? OWN_LOG_WEIGHT : 1;
  }
  return count;
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
  const hidden = middlewareData.hide?.referenceHidden === true;
  if (!/^[lr]/.test(placement)) return { x, y, maxHeight, hidden, fits: true };
  const room = getRoom(host.ownerDocument.defaultView ?? window);
  const top = limitTop(anchor.getBoundingClientRect().top, host);
  const fits = x >= 0 && x + host.offsetWidth <= room.width;
  return { x, y: top, maxHeight: Math.floor(room.height - GAP_PX - top), hidden, fits };
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
