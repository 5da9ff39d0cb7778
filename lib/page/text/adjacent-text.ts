import { getNodeProperty, isElementNode, isTextNode } from '../dom/nodes.ts';
import {
  type Block,
  type Join,
  type Layout,
  pickStronger,
} from './readable-text.ts';

const MAX_ADJACENT_UNITS = 1000;

/** A text, or the part of it that is read. */
export interface TextPiece {
  node: Text;
  from: number;
  to: number;
  /** The separator between this piece and the next one towards the middle. */
  join: Join;
}

/** The way from a text to the others of its root, and the separator since the last text. */
class TextPath {
  node: Node;
  join: Join = '';
  /** True if the walk is past the children of the node, or skips them. */
  #isPassed = true;
  readonly #root: Block;
  readonly #layout: Layout;
  readonly #forward: boolean;

  constructor(from: Text, root: Block, layout: Layout, forward: boolean) {
    this.node = from;
    this.#root = root;
    this.#layout = layout;
    this.#forward = forward;
  }

  /** Moves to the next node. Returns false at the end of the root. */
  step(): boolean {
    const next = this.#findNext();
    if (!next) return this.#leave();

    const edge = isElementNode(next) ? this.#layout.edge(next) : null;

    this.node = next;
    this.#isPassed = edge === null;
    if (edge !== null) this.addJoin(edge);

    return true;
  }

  addJoin(join: Join): void {
    this.join = pickStronger(this.join, join);
  }

  #findNext(): Node | null {
    const child = this.#isPassed
      ? null
      : getNodeProperty(this.node, this.#forward ? 'firstChild' : 'lastChild');

    return (
      child ??
      getNodeProperty(
        this.node,
        this.#forward ? 'nextSibling' : 'previousSibling',
      )
    );
  }

  #leave(): boolean {
    const parent = getNodeProperty(this.node, 'parentNode');
    if (!parent || parent === this.#root) return false;

    this.node = parent;
    this.#isPassed = true;
    if (isElementNode(parent)) this.addJoin(this.#layout.edge(parent) ?? '');

    return true;
  }
}

/** Returns what a text without words separates. */
function getBlankJoin(blanks: string): Join {
  if (blanks === '') return '';

  return blanks.includes('\n\n') ? '\n' : ' ';
}

/** Collects texts outwards from a text, inside the root and up to the maximum. `cut` is true if there was more. */
export function collectAdjacentText(
  from: Text,
  root: Block,
  layout: Layout,
  forward: boolean,
) {
  const pieces: TextPiece[] = [];
  const path = new TextPath(from, root, layout, forward);
  let left = MAX_ADJACENT_UNITS;

  while (path.step()) {
    const { node } = path;
    if (!isTextNode(node)) continue;

    const { data } = node;

    if (data.trim() === '') {
      path.addJoin(getBlankJoin(data));
      continue;
    }

    const length = Math.min(left, data.length);
    const start = forward ? 0 : data.length - length;

    pieces.push({
      node,
      from: start,
      to: start + length,
      join: path.join,
    });
    left -= length;
    path.join = '';
    if (left <= 0) return { pieces, cut: true };
  }

  return { pieces, cut: false };
}
