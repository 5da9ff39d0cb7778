import type { Mark as MarkKind } from '../catalogue/mark.ts';
import type { Hit } from '../detect/hit.ts';

/** One code underlined on the page. */
export interface Mark {
  hit: Hit;
  kind: MarkKind;
  range: Range;
  /** The texts that the range covers, in order. Kept beside the range, which collapses when they leave the page. */
  nodes: readonly [Text, ...Text[]];
  /** Where the texts stood when they were marked. */
  parents: readonly Node[];
}

/** A mark to be: where its code stands. */
export interface Place {
  hit: Hit;
  nodes: readonly [Text, ...Text[]];
  start: number;
  end: number;
}

/** It points at nothing any more: its text has left the page or is another one now. */
export function isStale({ nodes, range, hit }: Mark): boolean {
  return (
    range.collapsed ||
    nodes.some((node) => !node.isConnected) ||
    range.toString().length !== hit.end - hit.start
  );
}

/** The mark is what would be made for this place. */
export function isSame(mark: Mark, place: Place): boolean {
  const { range, hit, nodes } = mark;
  return (
    range.startContainer === nodes[0] &&
    nodes.length === place.nodes.length &&
    nodes.every((node, at) => node === place.nodes[at]) &&
    range.startOffset === place.start &&
    range.endOffset === place.end &&
    hit.code === place.hit.code &&
    (hit.meanings[0]?.mark ?? 'nobody') === (place.hit.meanings[0]?.mark ?? 'nobody')
  );
}
