import { fits, holds, isElement, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { type Piece, textsBeside } from './outwards.ts';
import { type Block, CELL, isTableCell, type Layout } from './text-layout.ts';

/** A node nearer to a cut end than this is read again from its own middle. */
const MARGIN = 300;
const MAX_CLIMB = 12;

/** A longer text is read in pieces. */
export const LONG_TEXT = 4000;
/** A piece has so many whole lines as are in this; a line that is longer is read whole up to the next, since its codes speak for each other. */
const PIECE = 16_000;
const LONGEST_LINE = 64_000;

/** Where the piece of a long text that begins at a place ends: behind a line, or else between two words. */
export function pieceEnd(data: string, from: number): number {
  if (data.length - from <= PIECE) return data.length;
  const line = data.lastIndexOf('\n', from + PIECE);
  if (line > from) return line;
  const end = data.indexOf('\n', from + PIECE);
  if (end >= 0 && end - from <= LONGEST_LINE) return end;
  const longest = from + LONGEST_LINE;
  if (data.length <= longest) return data.length;
  const blank = data.slice(longest, longest + 200).search(/\s/);
  return longest + Math.max(0, blank);
}

interface Part {
  node: Text;
  /** Where the part starts in the passage, and in the node's own data. */
  start: number;
  from: number;
  length: number;
}

/** Neighbouring texts as one string, with the way back to their nodes. */
export interface Passage {
  text: string;
  /** Nodes whose surroundings are in the passage whole: they need no passage of their own. Empty for a piece of a long node. */
  core: readonly Text[];
  /** Whether a code that starts here is judged in this passage, and not in the next. */
  owns(offset: number): boolean;
  /** The block that was read. */
  block: Block;
  /** Node and offset of a place in the passage. An end belongs to the character before it. */
  locate(offset: number, end: boolean): { node: Text; offset: number } | null;
  /** The text is one of it, is on the page, and says what it said when the passage was read. */
  stands(text: Text): boolean;
  /** The texts that a stretch of the passage stands in, in order; null for an empty one. */
  nodesOf(start: number, end: number): readonly [Text, ...Text[]] | null;
}

/** A cell with one text: most of a table. */
function isAllOf(block: Block, node: Text): boolean {
  return (
    ofNode(block, 'firstChild') === node &&
    ofNode(block, 'lastChild') === node &&
    isElement(block) &&
    (isTableCell(block) || fits(block, CELL))
  );
}

/** Text beside a table, in the same block, sees its cells, but each has a heading and a row of its own. */
function isInCellOf(root: Block | null, { parentElement }: Text): boolean {
  const cell = parentElement && nearestOf(parentElement, CELL);
  return cell !== null && cell !== root && root !== null && holds(root, cell);
}

/** A class, as there are many. */
class CellPassage implements Passage {
  readonly text: string;
  readonly core: readonly [Text];
  readonly block: Block;
  constructor(node: Text, block: Block) {
    this.text = node.data;
    this.core = [node];
    this.block = block;
  }
  stands(text: Text) {
    return text === this.core[0] && text.isConnected && text.data === this.text;
  }
  owns(offset: number) {
    return offset >= 0 && offset < this.text.length;
  }
  locate(offset: number, end: boolean) {
    return (end ? offset > 0 : offset < this.text.length) ? { node: this.core[0], offset } : null;
  }
  nodesOf(start: number, end: number) {
    return start < this.text.length && end > 0 ? this.core : null;
  }
}

/**
 * The text around a node, as a reader sees it: inline neighbours joined, blocks on lines of their own, cells apart.
 *
 * @param from Where in the node's data to read, for a node too long to be read at once.
 * @param to Its end.
 */
export function passageAround(node: Text, layout: Layout, from = 0, to = node.length): Passage | null {
  const block = layout.blockOf(node);
  if (!block) return null;
  const whole = from === 0 && to === node.length;
  const isCell = isAllOf(block, node);
  if (isCell && whole) return new CellPassage(node, block);
  const root = isCell ? null : payloadAround(block, layout);
  const left = from > 0 || !root ? null : textsBeside(node, root, layout, false);
  const right = to < node.length || !root ? null : textsBeside(node, root, layout, true);
  const before = Math.max(0, from - MARGIN);
  const after = Math.min(node.length, to + MARGIN);

  const pieces = [...(left?.pieces ?? [])].reverse();
  const parts: Part[] = [];
  let text = '';
  const add = (piece: Piece) => {
    parts.push({ node: piece.node, start: text.length, from: piece.from, length: piece.to - piece.from });
    text += piece.node.data.slice(piece.from, piece.to);
  };
  for (const piece of pieces) {
    add(piece);
    text += piece.join;
  }
  const middle = text.length;
  add({ node, from: before, to: after, join: '' });
  const middleEnd = text.length;
  for (const piece of right?.pieces ?? []) {
    text += piece.join;
    add(piece);
  }
  const first = left?.cut ? Math.min(MARGIN, middle) : 0;
  const last = right?.cut ? Math.max(text.length - MARGIN, middleEnd) : text.length;
  const core = new Set(whole ? [node] : []);
  for (const part of whole ? parts : []) {
    if (part.start >= first && part.start + part.length <= last && !isInCellOf(root, part.node))
      core.add(part.node);
  }
  let places: Map<Text, Part> | undefined;
  const partAt = (at: number) => parts.find(({ start, length }) => at >= start && at < start + length);
  return {
    text,
    core: [...core],
    block,
    stands(node) {
      places ??= new Map(parts.map((part) => [part.node, part]));
      const part = places.get(node);
      if (!part || !node.isConnected) return false;
      const { start, from, length } = part;
      return node.data.slice(from, from + length) === text.slice(start, start + length);
    },
    owns(offset) {
      const part = partAt(offset);
      if (!part) return false;
      const at = part.from + offset - part.start;
      return whole ? core.has(part.node) : part.node === node && at >= from && at < to;
    },
    nodesOf(from, to) {
      const [first, ...more] = parts
        .filter(({ start, length }) => start < to && start + length > from)
        .map((part) => part.node);
      return first ? [first, ...more] : null;
    },
    locate(offset, end) {
      const part = partAt(end ? offset - 1 : offset);
      return part ? { node: part.node, offset: part.from + offset - part.start } : null;
    },
  };
}

/** The whole payload that a line belongs to: viewers give each line, and each token, an element of its own. */
function payloadAround(block: Block, layout: Layout): Block {
  if (!isElement(block)) return block;
  let root = block;
  let element: Element | null = block;
  for (let climbed = 0; element && climbed < MAX_CLIMB; climbed++) {
    const localName: string = ofElement(element, 'localName');
    if (localName === 'pre' || opensPayload(element, layout)) root = element;
    if (fits(element, CELL) || localName === 'body') break;
    element = ofNode(element, 'parentElement');
  }
  return root;
}

/** `{ "…`, `[{`, `root: {`: how a payload begins. */
const PAYLOAD =
  /^\s*(?:"?\w{1,30}"?\s{0,2}:\s{0,2})?(?:\{|\[)\s{0,9}(?:\{|"|'|\}|\]|\.\.\.|\w{1,30}\s{0,2}:|\d{1,4} (?:items?|keys?)|$)/;

function opensPayload(element: Element, layout: Layout): boolean {
  let start = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let steps = 0; steps < 12 && start.length < 60; steps++) {
    const text = walker.nextNode() as Text | null;
    if (!text) break;
    const parent = text.parentElement;
    if (parent && layout.edge(parent) !== null) start += text.data.slice(0, 60);
  }
  return PAYLOAD.test(start);
}
