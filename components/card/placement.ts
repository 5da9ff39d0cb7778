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
import { doOverlap, getRoom } from './anchor.ts';
import { createCoverageMeter } from './covered-text.ts';

const GAP_PX = 8;
/** Height in CSS pixels below which the card looks for another side. */
const MIN_SIDE_HEIGHT_PX = 120;
/** Height in CSS pixels to which a card beside its code can grow without moving, so that an opened fold stays under the pointer. */
const GROWTH_HEIGHT_PX = 420;
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
  let side: Side | null = null;
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

interface Side {
  placement: Placement;
  /** Distance from the code in CSS pixels. */
  gap: number;
}

/**
 * Returns the side on which the card covers least: nothing of the code's row if any side leaves it free, then as little as possible of the
 * other rows, and then of the rest of the page. Among equal sides the one after the code, so that the rows above and below stay visible.
 */
function findBestSide(anchor: Anchor, host: HTMLElement, above: boolean): Side {
  const isRtl = getComputedStyle(anchor.contextElement).direction === 'rtl';
  const { row, measure } = createCoverageMeter(anchor, host);
  const code = anchor.getBoundingClientRect();
  const below = new Set([GAP_PX, Math.max(GAP_PX, row.bottom - code.bottom)]);
  const over = new Set([GAP_PX, Math.max(GAP_PX, code.top - row.top)]);
  const list = (placements: readonly Placement[], gaps: Iterable<number>) =>
    placements.flatMap((placement) => [...gaps].map((gap) => ({ placement, gap })));
  const sides: readonly Side[] = [
    ...list(isRtl ? ['left-start', 'right-start'] : ['right-start', 'left-start'], [GAP_PX]),
    ...list(['bottom-start', 'bottom-end'], below),
    ...list(['top-start', 'top-end'], over),
  ];
  let best: { side: Side; cost: readonly number[] } | null = null;
  for (const side of sides) {
    const { box, maxHeight } = predictBox(side, code, host, isRtl);
    if (maxHeight <= 0) continue;
    const covered = measure(box);
    const isLow = (least: number) => Number(maxHeight < Math.min(host.offsetHeight, least));
    // A tooltip extends below the pointer and to its right.
    const isUnderTooltip = Number(above && /^[br]/.test(side.placement));
    const cost = [
      isLow(MIN_SIDE_HEIGHT_PX),
      toUnits(covered.row),
      isLow(Number.POSITIVE_INFINITY),
      isUnderTooltip,
      ...[covered.log, covered.text, covered.media].map(toUnits),
    ];
    if (!best || isLess(cost, best.cost)) best = { side, cost };
  }
  return best?.side ?? { placement: 'bottom-start', gap: GAP_PX };
}

/** Returns where the card would be, in the viewport. A side without room has no height. */
function predictBox({ placement, gap }: Side, code: DOMRect, host: HTMLElement, isRtl: boolean) {
  const { offsetWidth: width, offsetHeight: height } = host;
  const room = getRoom(host.ownerDocument.defaultView ?? window);
  const createBox = (left: number, top: number, maxHeight: number) => {
    const box = { left, right: left + width, top, bottom: top + Math.min(height, maxHeight) };
    return { box, maxHeight };
  };
  if (/^[lr]/.test(placement)) {
    const left = placement.startsWith('r') ? code.right + gap : code.left - gap - width;
    const top = limitTop(code.top, host);
    const fits = left >= GAP_PX && left + width <= room.width - GAP_PX;
    return createBox(left, top, fits ? room.height - GAP_PX - top : 0);
  }
  const isAtLeft = placement.endsWith('start') !== isRtl;
  const left = Math.max(
    GAP_PX,
    Math.min(isAtLeft ? code.left : code.right - width, room.width - GAP_PX - width),
  );
  if (placement.startsWith('b'))
    return createBox(left, code.bottom + gap, room.height - GAP_PX - code.bottom - gap);
  const maxHeight = code.top - gap - GAP_PX;
  return createBox(left, code.top - gap - Math.min(height, maxHeight), maxHeight);
}

/** Ignores differences that nobody sees. */
const toUnits = (area: number) => Math.round(area / 10);

function isLess(cost: readonly number[], than: readonly number[]): boolean {
  const at = cost.findIndex((part, at) => part !== than[at]);
  return at >= 0 && (cost[at] ?? 0) < (than[at] ?? 0);
}

/** Returns the upper edge of a card beside its code: at the code, or higher if the card would not fit below that or could not grow. */
function limitTop(top: number, host: HTMLElement): number {
  const { height } = getRoom(host.ownerDocument.defaultView ?? window);
  return Math.max(GAP_PX, Math.min(top, height - GAP_PX - Math.max(host.offsetHeight, GROWTH_HEIGHT_PX)));
}

async function computeCardPosition({ placement, gap }: Side, anchor: Anchor, host: HTMLElement) {
  // floating-ui knows the clipping ancestors, but not the position of a frame within the host's window.
  const sameWindow = anchor.contextElement.ownerDocument === host.ownerDocument;
  let maxHeight = Number.POSITIVE_INFINITY;
  const { x, y, middlewareData } = await computePosition(anchor, host, {
    platform: { ...platform, getElementRects },
    strategy: 'fixed',
    placement,
    middleware: [
      inline(),
      offset(gap),
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
