import { getNodeProperty, isElementNode, isTextNode } from '../dom/nodes.ts';
import {
  type Block,
  type Join,
  type Layout,
  pickStronger,
} from './text-layout.ts';

const MAX_ADJACENT_UNITS = 1000;

/** A text, or the part of it that is read. */
export interface TextPiece {
  node: Text;
  from: number;
  to: number;
  /** The separator between this piece and the next one towards the middle. */
  join: Join;
}

/** Collects texts outwards from a text, inside the root and up to the maximum. `cut` is true if there was more. */
export function collectAdjacentText(
  from: Text,
  root: Block,
  layout: Layout,
  forward: boolean,
) {
  const pieces: TextPiece[] = [];
  let left = MAX_ADJACENT_UNITS;
  let join: Join = '';
  let here: Node = from;
  let isEntered = true;

  for (;;) {
    const child: Node | null = isEntered
      ? null
      : getNodeProperty(here, forward ? 'firstChild' : 'lastChild');

    const next =
      child ??
      getNodeProperty(here, forward ? 'nextSibling' : 'previousSibling');

    if (!next) {
      const parent: Node | null = getNodeProperty(here, 'parentNode');
      if (!parent || parent === root) return { pieces, cut: false };
      here = parent;
      isEntered = true;

      if (isElementNode(here))
        join = pickStronger(join, layout.edge(here) ?? '');

      continue;
    }

    here = next;

    const edge = isElementNode(here) ? layout.edge(here) : null;

    isEntered = edge === null;
    if (edge !== null) join = pickStronger(join, edge);
    if (!isTextNode(here)) continue;

    const { data } = here;
    if (data.trim() === '') {
      if (data !== '')
        join = pickStronger(join, data.includes('\n\n') ? '\n' : ' ');
      continue;
    }

    const length = Math.min(left, data.length);
    const start = forward ? 0 : data.length - length;

    pieces.push({ node: here, from: start, to: start + length, join });
    left -= length;
    join = '';
    if (left <= 0) return { pieces, cut: true };
  }
}
