import { joinPatterns } from '../../core/pattern-parts.ts';
import {
  closest,
  contains,
  createTreeWalker,
  getNodeProperty,
  isElementNode,
  matches,
} from '../dom/nodes.ts';
import { collectAdjacentText, type TextPiece } from './adjacent-text.ts';
import { type Block, CELL, isCell, type Layout } from './readable-text.ts';

/** A node closer than this to a truncated end is read again in its own passage. */
const MARGIN_UNITS = 300;
const MAX_CLIMB_LEVELS = 12;
/** Maximum text of a node on each side of a position. */
const MAX_UNITS_AROUND = 500;

/** Longer texts are read in pieces. */
export const MAX_WHOLE_TEXT_UNITS = 4000;
/** Size of a piece. Longer lines stay whole, because codes on one line are evidence for each other. */
const PIECE_UNITS = 16_000;
const MAX_LINE_UNITS = 64_000;

/** Returns the end of the piece that starts at an offset: after a line, or else between two words. */
export function findPieceEnd(data: string, from: number): number {
  if (data.length - from <= PIECE_UNITS) return data.length;

  const line = data.lastIndexOf('\n', from + PIECE_UNITS);
  if (line > from) return line;

  const end = data.indexOf('\n', from + PIECE_UNITS);
  if (end >= 0 && end - from <= MAX_LINE_UNITS) return end;

  const longest = from + MAX_LINE_UNITS;
  if (data.length <= longest) return data.length;

  const blank = data.slice(longest, longest + 200).search(/\s/);

  return longest + Math.max(0, blank);
}

type PassagePart = TextPiece & Record<'start' | 'length', number>;

/** Adjacent texts as one string, with a map of offsets to their nodes. */
export type Passage = NonNullable<ReturnType<typeof createPassage>>;

/** Returns true if the node is the only content of its block, as in most table cells. */
function fillsBlock(block: Block, node: Text): boolean {
  return (
    getNodeProperty(block, 'firstChild') === node &&
    getNodeProperty(block, 'lastChild') === node &&
    isElementNode(block) &&
    isCell(block)
  );
}

/**
 * Returns true if a text is in a cell of a table inside the root. Text next to a table in the same block is in one
 * passage with its cells, but each cell has its own header and row.
 */
function isInCellBelow(root: Block | null, { parentElement }: Text): boolean {
  const cell = parentElement && closest(parentElement, CELL);
  return (
    cell !== null && cell !== root && root !== null && contains(root, cell)
  );
}

/**
 * Reads the text around a node as it is displayed: inline neighbours are joined, blocks are on separate lines, cells
 * are separated by tabs.
 *
 * @param from Start in the node's data, for a node that is too long to be read at once.
 * @param to End in the node's data.
 */
export function createPassage(
  node: Text,
  layout: Layout,
  from = 0,
  to = node.length,
) {
  const block = layout.blockOf(node);
  if (!block) return null;

  const isPiece =
    from > 0 || to < node.length || node.length > MAX_WHOLE_TEXT_UNITS;

  const root = fillsBlock(block, node) ? null : findPayloadBlock(block, layout);

  const left =
    from > 0 || !root ? null : collectAdjacentText(node, root, layout, false);

  const right =
    to < node.length || !root
      ? null
      : collectAdjacentText(node, root, layout, true);

  const parts: PassagePart[] = [];
  let text = '';

  const addPiece = (piece: TextPiece) => {
    parts.push({ ...piece, start: text.length, length: piece.to - piece.from });
    text += piece.node.data.slice(piece.from, piece.to);
  };

  for (const piece of left?.pieces.reverse() ?? []) {
    addPiece(piece);
    text += piece.join;
  }

  const middle = text.length;
  const end = Math.min(node.length, to + MARGIN_UNITS);

  addPiece({
    node,
    from: Math.max(0, from - MARGIN_UNITS),
    to: end,
    join: '',
  });

  const middleEnd = text.length;

  for (const piece of right?.pieces ?? []) {
    text += piece.join;
    addPiece(piece);
  }

  const first = left?.cut ? Math.min(MARGIN_UNITS, middle) : 0;

  const last = right?.cut
    ? Math.max(text.length - MARGIN_UNITS, middleEnd)
    : text.length;

  const isCore = (part: PassagePart) =>
    part.node === node ||
    (part.start >= first &&
      part.start + part.length <= last &&
      !isInCellBelow(root, part.node));

  const core = isPiece ? [] : parts.filter(isCore).map((part) => part.node);

  function locate(at: number): { node: Text; offset: number } | null {
    const part = parts.find(
      ({ start, length }) => at >= start && at < start + length,
    );

    return part
      ? { node: part.node, offset: part.from + at - part.start }
      : null;
  }

  return {
    text,
    block,
    /** Converts an offset in the node that the passage was created for into one in the passage. */
    offsetOf: (offset: number): number =>
      middle + offset - Math.max(0, from - MARGIN_UNITS),
    /** Nodes whose context is completely in the passage, so that they need no passage of their own. Empty for a piece. */
    core,
    locate,
    /** Returns true if the text is in the passage, is still on the page and has not changed. */
    stands(other: Text): boolean {
      const part = parts.find((one) => one.node === other);
      if (!part || !other.isConnected) return false;

      const { start, from, length } = part;

      return (
        other.data.slice(from, from + length) ===
        text.slice(start, start + length)
      );
    },
    /** Returns true if a code that starts at this offset belongs to this passage, not to the next. */
    owns(offset: number): boolean {
      const point = locate(offset);
      if (!point || !isPiece)
        return point !== null && core.includes(point.node);
      return point.node === node && point.offset >= from && point.offset < to;
    },
    /** Returns the text nodes of a code, in order, with its offsets in the first and in the last. */
    findNodes(start: number, end: number) {
      const [first, ...more] = parts.filter(
        (part) => part.start < end && part.start + part.length > start,
      );

      if (!first) return null;

      const last = more.at(-1) ?? first;

      const nodes: readonly [Text, ...Text[]] = [
        first.node,
        ...more.map(({ node }) => node),
      ];

      return {
        nodes,
        start: first.from + start - first.start,
        end: last.from + end - last.start,
      };
    },
  };
}

/** Creates the passage around a position in a node, with only a part of a long node. */
export const createPassageAround = (
  node: Text,
  offset: number,
  layout: Layout,
): Passage | null =>
  createPassage(
    node,
    layout,
    Math.max(0, offset - MAX_UNITS_AROUND),
    offset + MAX_UNITS_AROUND,
  );

/** Returns the block of the whole payload around a line, because viewers use an element for each line and token. */
function findPayloadBlock(block: Block, layout: Layout): Block {
  if (!isElementNode(block)) return block;

  let root = block;
  let element: Element | null = block;

  for (let climbed = 0; element && climbed < MAX_CLIMB_LEVELS; climbed++) {
    const localName: string = getNodeProperty(element, 'localName');
    if (localName === 'pre' || startsWithPayload(element, layout))
      root = element;

    if (matches(element, CELL) || localName === 'body') break;
    element = getNodeProperty(element, 'parentElement');
  }

  return root;
}

/** Matches the start of a payload: `{ "…`, `[{`, `root: {`. */
const PAYLOAD_START = joinPatterns([
  /^\s*(?:"?\w{1,30}"?\s{0,2}:\s{0,2})?(?:\{|\[)\s{0,9}/,
  [
    /\{/,
    /"/,
    /'/,
    /\}/,
    /\]/,
    /\.\.\./,
    /\w{1,30}\s{0,2}:/,
    /\d{1,4} (?:items?|keys?)/,
    /$/,
  ],
]);

function startsWithPayload(element: Element, layout: Layout): boolean {
  let start = '';
  const walker = createTreeWalker(element, NodeFilter.SHOW_TEXT);

  for (let steps = 0; steps < 12 && start.length < 60; steps++) {
    const text = walker.nextNode() as Text | null;
    if (!text) break;
    const parent = text.parentElement;
    if (parent && layout.edge(parent) !== null) start += text.data.slice(0, 60);
  }

  return PAYLOAD_START.test(start);
}
