import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
  shift,
  size,
} from '@floating-ui/dom';
import type { Anchor } from './anchor.ts';

const GAP = 8;
/** Less height than this on its side, and the card looks for another one. */
const MIN_HEIGHT = 120;

export interface Place {
  x: number;
  y: number;
  maxHeight: number;
}

interface FollowOptions {
  anchor: Anchor;
  host: HTMLElement;
  /** The browser's tooltip shows below the pointer, so the card goes elsewhere. */
  above: boolean;
  put(place: Place): void;
  /** The code was scrolled out of sight or left the page. */
  lost(): void;
  signal: AbortSignal;
}

/** Places the card beside its code, 8 px away, and keeps it there until the signal ends. */
export function follow({ anchor, host, above, put, lost, signal }: FollowOptions): void {
  let side: Placement | null = null;
  let latest = 0;
  const update = async () => {
    if (!anchor.isThere() || anchor.isClipped()) {
      lost();
      return;
    }
    latest += 1;
    const run = latest;
    let place = await placed(anchor, host, side, above);
    // The side stays while the card grows or the page scrolls, unless it gets too narrow there.
    if (side && place.maxHeight < MIN_HEIGHT) place = await placed(anchor, host, null, above);
    if (signal.aborted || run !== latest) return;
    side = place.placement;
    put(place);
  };
  const stop = autoUpdate(anchor, host, update);
  signal.addEventListener('abort', stop, { once: true });
}

async function placed(anchor: Anchor, host: HTMLElement, side: Placement | null, above: boolean) {
  let maxHeight = Number.POSITIVE_INFINITY;
  const first = side ?? (above ? 'top-start' : 'bottom-start');
  const beside = roomBeside(anchor, host);
  const fallbackPlacements: Placement[] = above ? [...beside, 'bottom-start'] : ['top-start', ...beside];
  const { x, y, placement } = await computePosition(anchor, host, {
    strategy: 'fixed',
    placement: first,
    middleware: [
      inline(),
      offset(GAP),
      !side && flip({ padding: GAP, fallbackPlacements, fallbackStrategy: 'bestFit', crossAxis: false }),
      shift({ padding: GAP }),
      size({
        padding: GAP,
        apply({ availableHeight }) {
          maxHeight = Math.floor(availableHeight);
        },
      }),
    ],
  });
  return { x, y, maxHeight, placement };
}

/** Left and right only where the card fits at its full width. */
function roomBeside(anchor: Anchor, host: HTMLElement): Placement[] {
  const { left, right } = anchor.getBoundingClientRect();
  const needed = host.offsetWidth + 2 * GAP;
  const width = host.ownerDocument.documentElement.clientWidth;
  return [
    ...(width - right >= needed ? ['right-start' as const] : []),
    ...(left >= needed ? ['left-start' as const] : []),
  ];
}
