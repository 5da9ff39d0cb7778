import {
  type Box,
  getFrameElement,
  transformBox,
} from '../../lib/page/dom/frames.ts';
import {
  closest,
  contains,
  getBox,
  getNodeProperty,
  getStyle,
  isElementNode,
  isTextNode,
  matches,
  walkComposedAncestors,
} from '../../lib/page/dom/nodes.ts';
import type { Anchor } from './anchor.ts';

/** What a card at some position would cover, in square pixels of text or picture. */
interface CoveredArea {
  row: number;
  log: number;
  text: number;
  media: number;
}

/** Returns the ranges of the marks in a text. */
export type FindMarks = (text: Text) => readonly Range[];

const LOG_SELECTOR =
  'table,pre,ul,ol,[role="grid"],[role="table"],[role="treegrid"]';
const ROW_SELECTOR = 'tr,[role="row"],li';
const MEDIA_SELECTOR =
  'img,svg *,canvas,video,iframe,button,input,select,textarea';
/** An element without a role is a row if it is at most this many times as high as the code. */
const MAX_ROW_LINES = 3;
/** After this number of siblings outside the window, the next ones are outside too. */
const MAX_MISSES = 100;

/** Reads what the window shows once, starting at the code. All boxes are in the viewport of the host's window. */
export function createCoverageMeter(
  anchor: Anchor,
  host: HTMLElement,
  findMarks: FindMarks,
) {
  const { element } = anchor;
  const code = anchor.getBox();
  const row = findRow(element, MAX_ROW_LINES * code.height);

  const log =
    closest(row ?? element, LOG_SELECTOR) ??
    (row && getNodeProperty(row, 'parentElement'));

  const toRoom = (box: DOMRect, of: Node) =>
    getNodeProperty(of, 'ownerDocument') === host.ownerDocument
      ? box
      : transformBox(anchor.getTransform(), box);

  const band = row ? toRoom(getBox(row), row) : code;
  const parts: { kind: keyof CoveredArea; box: Box }[] = [];
  const marks: Box[] = [];

  function addMarks(text: Text, clip: Box): void {
    for (const range of findMarks(text)) {
      const box = intersect(toRoom(range.getBoundingClientRect(), text), clip);
      if (hasArea(box)) marks.push(box);
    }
  }

  function addText(text: Text, clip: Box): void {
    if (text.data.trim() === '') return;

    const range = new Range();

    range.selectNodeContents(text);
    addMarks(text, clip);

    for (const line of range.getClientRects()) {
      const whole = toRoom(line, text);
      const box = intersect(whole, clip);

      if (hasArea(box)) parts.push({ kind: classifyLine(text, whole), box });
    }
  }

  /** A line at the height of the row counts as part of it, unless it is outside the log. */
  function classifyLine(text: Text, line: Box): 'row' | 'log' | 'text' {
    if (row && contains(row, text)) return 'row';

    const isLog = log !== null && contains(log, text);
    const middle = (line.top + line.bottom) / 2;
    const isBeside = middle > band.top && middle < band.bottom;

    if (isBeside && (isLog || log === null)) return 'row';

    return isLog ? 'log' : 'text';
  }

  /** Returns false for an element that shows nothing within the clip. */
  function addNode(node: Node, clip: Box): boolean {
    if (isTextNode(node)) addText(node, clip);

    return !isElementNode(node) || node === host || addElement(node, clip);
  }

  function addElement(node: Element, clip: Box): boolean {
    const box = toRoom(getBox(node), node);
    const isFlat = box.width + box.height === 0;
    if (!isFlat && !hasArea(intersect(box, clip))) return false;

    const style = getStyle(node);
    if (!style || isInvisible(style)) return !isFlat;
    if (isFlat && style.display !== 'contents') return false;

    if (matches(node, MEDIA_SELECTOR))
      parts.push({ kind: 'media', box: intersect(box, clip) });

    addChildren(
      node,
      style.overflow === 'visible' ? clip : intersect(box, clip),
    );

    return true;
  }

  function addChildren(element: Element, clip: Box): void {
    const shadowRoot = getNodeProperty(element, 'shadowRoot');

    addAll(getNodeProperty(element, 'firstChild'), 'nextSibling', clip);
    addAll(shadowRoot?.firstChild ?? null, 'nextSibling', clip);
  }

  function addAll(
    first: Node | null,
    way: 'nextSibling' | 'previousSibling',
    clip: Box,
  ): void {
    let misses = 0;

    for (
      let at = first;
      at && misses < MAX_MISSES;
      at = getNodeProperty(at, way)
    )
      misses = addNode(at, clip) ? 0 : misses + 1;
  }

  function addAround(start: Element): void {
    const { innerWidth, innerHeight } =
      getNodeProperty(start, 'ownerDocument')?.defaultView ?? window;

    let clip: Box = toRoom(new DOMRect(0, 0, innerWidth, innerHeight), start);
    const path = [...walkComposedAncestors(start)];

    for (const [at, around] of path.entries().toArray().reverse()) {
      const inner = path[at - 1];
      if (!inner) {
        addNode(around, clip);
        return;
      }

      if (clipsContent(around))
        clip = intersect(toRoom(getBox(around), around), clip);

      for (const way of ['nextSibling', 'previousSibling'] as const)
        addAll(getNodeProperty(inner, way), way, clip);
    }
  }

  addAround(row ?? element);

  const frame = getFrameElement(
    getNodeProperty(element, 'ownerDocument')?.defaultView ?? window,
  );

  if (frame?.ownerDocument === host.ownerDocument) addAround(frame);

  const widen = (kinds: readonly string[]): Box => {
    const boxes = [
      code,
      ...parts.filter(({ kind }) => kinds.includes(kind)).map(({ box }) => box),
    ];

    return {
      top: band.top,
      bottom: band.bottom,
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
    };
  };

  const column = marks.filter(
    ({ left, right }) => left < code.right && right > code.left,
  );

  return {
    /** The height of the code's row, or of its line if that is all that is known, and the width of its text. */
    row: widen(['row']),
    /** The same with the width of the text of all rows in the window. */
    log: widen(['row', 'log']),
    /** The height of the code's row, and the width of the marks above and below the code: often those of a column. */
    column: {
      ...widen([]),
      left: Math.min(code.left, ...column.map((box) => box.left)),
      right: Math.max(code.right, ...column.map((box) => box.right)),
    },
    measure(box: Box): CoveredArea {
      const sum: CoveredArea = {
        row: 0,
        log: 0,
        text: 0,
        media: 0,
      };
      for (const part of parts)
        sum[part.kind] += getArea(intersect(part.box, box));
      return sum;
    },
    countMarks: (box: Box) =>
      marks.filter((mark) => hasArea(intersect(mark, box))).length,
  };
}

/** What overflows the root or the body scrolls with the window. */
export const clipsContent = (element: Element) =>
  !matches(element, 'html,body') && getStyle(element)?.overflow !== 'visible';

const isInvisible = ({ visibility, opacity }: CSSStyleDeclaration): boolean =>
  visibility !== 'visible' || opacity === '0';

const intersect = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
const getArea = ({ left, top, right, bottom }: Box) =>
  Math.max(0, right - left) * Math.max(0, bottom - top);
const hasArea = (box: Box) => getArea(box) > 0;

/** Returns the row of a table, grid or list around an element, else its outermost ancestor that is no higher than a row. */
function findRow(element: Element, maxHeight: number): Element | null {
  const named = closest(element, ROW_SELECTOR);
  if (named) return named;

  let row: Element | null = null;

  for (const around of walkComposedAncestors(element)) {
    if (matches(around, 'body,html') || getBox(around).height > maxHeight)
      break;
    row = around;
  }

  return row;
}
