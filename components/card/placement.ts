import type { Box } from '../../lib/page/dom/frames.ts';
import {
  getBox,
  getNodeProperty,
  getStyle,
  getWindow,
  walkComposedAncestors,
} from '../../lib/page/dom/nodes.ts';
import { type Anchor, doOverlap, getRoom } from './anchor.ts';
import {
  clipsContent,
  createCoverageMeter,
  type FindMarks,
} from './covered-text.ts';

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
  host: {
    element: HTMLElement;
    getWantedHeight(): number;
    isFootHovered(): boolean;
  };
  /** The code has a tooltip, which the browser shows below the pointer, so the card prefers the other side. */
  above: boolean;
  fixed: CardPosition | null;
  findMarks: FindMarks;
  put(position: CardPosition): void;
  onLost(): void;
  signal: AbortSignal;
}): void {
  const { anchor, above, fixed, findMarks, put, onLost, signal } = options;
  const { element: host, getWantedHeight } = options.host;
  const view = getWindow(host) ?? window;
  let side: Side | null = null;
  /** The edges of the card, from the top of the code. */
  let last: { top: number; bottom: number } | null = null;
  /** The pointer has been in the card. */
  let isPressed = false;

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
      side = findBestSide(anchor, host, above, findMarks);

    const predicted = predictBox(side, code, host, getWantedHeight());
    const { box, maxHeight } = keepPressed(predicted, code);

    // Offset of the fixed containing block, for a scroll bar that is on the left.
    const begin =
      host.getBoundingClientRect().x -
      Number.parseFloat(getComputedStyle(host).left);

    last = { top: box.top - code.top, bottom: box.bottom - code.top };
    put({ x: box.left - begin, y: box.top, maxHeight: Math.floor(maxHeight) });
  };

  /** Lets a card above its code grow from what is pressed, which stays under the pointer: from its foot, or downwards. */
  function keepPressed(predicted: Placed, code: DOMRect): Placed {
    if (side?.at !== 'above' || !last) return predicted;

    isPressed ||= host.matches(`${host.localName}:hover`);
    if (!isPressed) return predicted;

    const { height: roomHeight } = getHostRoom(host);
    const height = getWantedHeight();
    const bottom = code.top + last.bottom;
    const isAtFoot = options.host.isFootHovered();
    const wanted = isAtFoot ? bottom - height : code.top + last.top;
    const lowest = roomHeight - GAP_PX - height;
    const top = Math.max(GAP_PX, Math.min(wanted, lowest));
    const maxHeight = (isAtFoot ? bottom : roomHeight - GAP_PX) - top;

    return { box: { ...predicted.box, top, bottom: top + height }, maxHeight };
  }

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
  /** For below and above: how far the card's edge is inside that of the code. */
  inset: number;
}

/**
 * Returns the side that covers least of the code's row, then fewest other marks, then least of other rows, then of the page;
 * of equal ones that after the code.
 */
function findBestSide(
  anchor: Anchor,
  host: HTMLElement,
  above: boolean,
  findMarks: FindMarks,
): Side {
  const meter = createCoverageMeter(anchor, host, findMarks);
  const code = anchor.getBox();
  let best: { side: Side; cost: readonly number[] } | null = null;

  for (const side of listSides(anchor, meter)) {
    const { box, maxHeight } = predictBox(side, code, host);
    if (maxHeight <= 0) continue;

    const covered = meter.measure(box);

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
      meter.countMarks(box),
      isUnderTooltip,
      ...[covered.log, covered.text, covered.media].map(toUnits),
    ];

    if (!best || isLess(cost, best.cost)) best = { side, cost };
  }

  return (
    best?.side ?? {
      at: 'below',
      edge: 'left',
      gap: GAP_PX,
      inset: 0,
    }
  );
}

/** Lists the sides next to the code, clear of its row, of all rows, and below and above its row beside the marks of its column. */
function listSides(
  anchor: Anchor,
  { row, log, column }: ReturnType<typeof createCoverageMeter>,
): Side[] {
  const isRtl = getStyle(anchor.element)?.direction === 'rtl';
  const code = anchor.getBox();

  const edges = isRtl
    ? (['right', 'left'] as const)
    : (['left', 'right'] as const);

  const getGaps = (clear: Box) => ({
    right: clear.right - code.right + GAP_PX,
    left: code.left - clear.left + GAP_PX,
    below: Math.max(GAP_PX, clear.bottom - code.bottom),
    above: Math.max(GAP_PX, code.top - clear.top),
  });

  const listOverAndUnder = (gaps: ReturnType<typeof getGaps>, insets = NONE) =>
    (['below', 'above'] as const).flatMap((at) =>
      edges.map((edge) => ({
        at,
        edge,
        gap: gaps[at],
        inset: insets[edge],
      })),
    );

  const sides = [code, row, log].flatMap((clear): Side[] => {
    const gaps = getGaps(clear);

    const beside = edges.toReversed().map((at) => ({
      at,
      edge: at,
      gap: gaps[at],
      inset: 0,
    }));

    return [...beside, ...listOverAndUnder(gaps)];
  });

  const besideMarks = listOverAndUnder(getGaps(row), {
    left: column.right - code.left + GAP_PX,
    right: code.right - column.left + GAP_PX,
  });

  return [...sides, ...besideMarks].filter(({ gap }) => gap <= MAX_GAP_PX);
}

const NONE = { left: 0, right: 0 };

type Placed = ReturnType<typeof predictBox>;

/** Returns where the card is on a side, in the viewport. Without room its height is at most 0. */
function predictBox(
  { at, edge, gap, inset }: Side,
  code: DOMRect,
  host: HTMLElement,
  wantedHeight?: number,
) {
  const { width, height: ownHeight } = host.getBoundingClientRect();
  const height = wantedHeight ?? ownHeight;
  const room = getHostRoom(host);

  const fitLeft = (left: number) =>
    Math.max(GAP_PX, Math.min(left, room.width - GAP_PX - width));

  let left = fitLeft(
    edge === 'left' ? code.left + inset : code.right - inset - width,
  );
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
