import { getNodeProperty, isElementNode, isTextNode } from '../../dom/nodes.ts';
import { type Block, type Join, type Layout, pickStronger } from './text-layout.ts';

/** Maximum characters that are read before and after a text. */
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
): { pieces: TextPiece[]; cut: boolean } {
  const pieces: TextPiece[] = [];
  let left = MAX_ADJACENT_UNITS;
  let join: Join = '';
  let here: Node = from;
  let inside = false;
  for (;;) {
    const child: Node | null = inside ? getNodeProperty(here, forward ? 'firstChild' : 'lastChild') : null;
    if (child) here = child;
    else {
      for (;;) {
        const sibling: Node | null = getNodeProperty(here, forward ? 'nextSibling' : 'previousSibling');
        if (sibling) {
          here = sibling;
          break;
        }
        const parent: Node | null = getNodeProperty(here, 'parentNode');
        if (!parent || parent === root || here === root) return { pieces, cut: false };
        here = parent;
        if (isElementNode(here)) join = pickStronger(join, layout.edge(here) ?? '');
      }
    }
    inside = false;
    if (isTextNode(here)) {
      const { data } = here;
      if (data.trim() === '') {
        if (data !== '') join = pickStronger(join, data.includes('\n\n') ? '\n' : ' ');
        continue;
      }
      const length = Math.min(left, data.length);
      pieces.push({
        node: here,
        join,
        ...(forward ? { from: 0, to: length } : { from: data.length - length, to: data.length }),
      });
      left -= length;
      join = '';
      if (left <= 0) return { pieces, cut: true };
    } else if (isElementNode(here)) {
      const edge = layout.edge(here);
      if (edge === null) continue;
      join = pickStronger(join, edge);
      inside = getNodeProperty(here, 'firstChild') !== null;
    }
  }
}
