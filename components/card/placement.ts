import {
  getBox,
  getNodeProperty,
  getStyle,
  getWindow,
  walkComposedAncestors,
} from '../../lib/page/dom/nodes.ts';
import { type Anchor, doOverlap, getRoom } from './anchor.ts';
import { clipsContent, createCoverageMeter } from './covered-text.ts';

const GAP_PX = 8;
/** Largest distance, at which the card still belongs to its code. */
const MAX_GAP_PX = 480;
/** Height in CSS pixels below which the card looks for another side. */
const MIN_SIDE_HEIGHT_PX = 120;
/** Height in CSS pixels to which a card beside its code can grow without moving, so that an opened fold stays under the pointer. */
const GROWTH_HEIGHT_PX = 420;
export interface CardPosition {
  x: number;
  y: number;
  maxHeight: number;
}

export function keepPositioned(options: {
  anchor: Anchor;
  /** `getWantedHeight` returns the height that the card would have with enough room. */
  host: { element: HTMLElement; getWantedHeight(): number };
  /** The code has a tooltip, which the browser shows below the pointer, so the card prefers the other side. */
  above: boolean;
  fixed: CardPosition | null;
  put(position: CardPosition): void;
  onLost(): void;
  signal: AbortSignal;
}): void {
  const { anchor, above, fixed, put, onLost, signal } = options;
  const { element: host, getWantedHeight } = options.host;
  const view = getWindow(host) ?? window;
  let side: Side | null = null;

  const update = () => {
    if (
      !anchor.isThere() ||
      !anchor.isInWindow() ||
      isScrolledAway(anchor, host)
    )
      return onLost();

    const code = anchor.getBox();
    if (fixed && !doOverlap(code, host.getBoundingClientRect()))
      return put(fixed);

    const room = getHostRoom(host);

    // A selection that leaves no room beside it: the card goes into the corner.
    if (code.height > room.height / 2) {
      const x = room.width - host.offsetWidth - GAP_PX;
      return put({ x, y: GAP_PX, maxHeight: room.height - 2 * GAP_PX });
    }

    // Keep the side while the card grows or the page scrolls, unless there is too little room left.
    if (!side || predictBox(side, code, host).maxHeight < MIN_SIDE_HEIGHT_PX)
      side = findBestSide(anchor, host, above);

    const { box, maxHeight } = predictBox(side, code, host, getWantedHeight());

    // Offset of the fixed containing block, for a scroll bar that is on the left.
    const begin =
      host.getBoundingClientRect().x -
      Number.parseFloat(getComputedStyle(host).left);

    put({ x: box.left - begin, y: box.top, maxHeight: Math.floor(maxHeight) });
  };

  let seen = '';

  // No event reports each cause of a movement, and two boxes cost nothing where the page has not changed.
  const follow = () => {
    if (signal.aborted) return;

    const { x, y, width, height } = anchor.getBox();
    const now = `${[x, y, width, height, host.offsetWidth, host.offsetHeight, view.innerWidth, view.innerHeight]}`;
    if (now !== seen) update();
    seen = now;
    view.requestAnimationFrame(follow);
  };

  follow();
}

function isScrolledAway(
  { element, getBox: getCode }: Anchor,
  host: HTMLElement,
): boolean {
  if (getNodeProperty(element, 'ownerDocument') !== host.ownerDocument)
    return false;

  const code = getCode();

  return [...walkComposedAncestors(element)].some(
    (around) => clipsContent(around) && !doOverlap(code, getBox(around)),
  );
}

const getHostRoom = (host: HTMLElement) => getRoom(getWindow(host) ?? window);

interface Side {
  at: 'left' | 'right' | 'below' | 'above';
  /** For below and above: which edges of card and code are in line. */
  edge: 'left' | 'right';
  gap: number;
}

/** Returns the side that covers least of the code's row, then of other rows, then of the page; of equal ones that after the code. */
function findBestSide(anchor: Anchor, host: HTMLElement, above: boolean): Side {
  const isRtl = getStyle(anchor.element)?.direction === 'rtl';

  const edges = isRtl
    ? (['right', 'left'] as const)
    : (['left', 'right'] as const);

  const { row, log, measure } = createCoverageMeter(anchor, host);
  const code = anchor.getBox();

  // Next to the code, and clear of its row, or of all rows.
  const sides = [code, row, log].flatMap((clear): Side[] => {
    const gaps = {
      right: clear.right - code.right + GAP_PX,
      left: code.left - clear.left + GAP_PX,
      below: Math.max(GAP_PX, clear.bottom - code.bottom),
      above: Math.max(GAP_PX, code.top - clear.top),
    };

    return [
      ...edges.toReversed().map((at) => ({ at, edge: at, gap: gaps[at] })),
      ...(['below', 'above'] as const).flatMap((at) =>
        edges.map((edge) => ({ at, edge, gap: gaps[at] })),
      ),
    ].filter(({ gap }) => gap <= MAX_GAP_PX);
  });

  let best: { side: Side; cost: readonly number[] } | null = null;

  for (const side of sides) {
    const { box, maxHeight } = predictBox(side, code, host);
    if (maxHeight <= 0) continue;

    const covered = measure(box);

    const isLow = (least: number) =>
      Number(maxHeight < Math.min(host.offsetHeight, least));

    // A tooltip extends below the pointer and to its right.
    const isUnderTooltip = Number(
      above && (side.at === 'below' || side.at === 'right'),
    );

    const cost = [
      isLow(MIN_SIDE_HEIGHT_PX),
      toUnits(covered.row),
      isLow(Number.POSITIVE_INFINITY),
      isUnderTooltip,
      ...[covered.log, covered.text, covered.media].map(toUnits),
    ];

    if (!best || isLess(cost, best.cost)) best = { side, cost };
  }

  return best?.side ?? { at: 'below', edge: 'left', gap: GAP_PX };
}

/** Returns where the card is on a side, in the viewport. Without room its height is at most 0. */
function predictBox(
  { at, edge, gap }: Side,
  code: DOMRect,
  host: HTMLElement,
  wantedHeight?: number,
) {
  const { width, height: ownHeight } = host.getBoundingClientRect();
  const height = wantedHeight ?? ownHeight;
  const room = getHostRoom(host);

  const fitLeft = (left: number) =>
    Math.max(GAP_PX, Math.min(left, room.width - GAP_PX - width));

  let left = fitLeft(edge === 'left' ? code.left : code.right - width);
  let top = code.bottom + gap;
  let maxHeight = room.height - GAP_PX - top;

  if (at === 'above') {
    maxHeight = code.top - gap - GAP_PX;
    top = code.top - gap - Math.min(height, maxHeight);
  } else if (at !== 'below') {
    left = at === 'right' ? code.right + gap : code.left - gap - width;

    // Higher than the code if the card would not fit below that, or could not grow.
    top = Math.max(
      GAP_PX,
      Math.min(
        code.top,
        room.height - GAP_PX - Math.max(height, GROWTH_HEIGHT_PX),
      ),
    );

    maxHeight = left === fitLeft(left) ? room.height - GAP_PX - top : 0;
  }

  return {
    box: {
      left,
      right: left + width,
      top,
      bottom: top + Math.min(height, maxHeight),
    },
    maxHeight,
  };
}

/** Ignores differences that nobody sees. */
const toUnits = (area: number) => Math.round(area / 10);

function isLess(cost: readonly number[], than: readonly number[]): boolean {
  const at = cost.findIndex((part, at) => part !== than[at]);
  return at >= 0 && (cost[at] ?? 0) < (than[at] ?? 0);
}
