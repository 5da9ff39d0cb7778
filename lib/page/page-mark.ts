import type { Mark as MarkKind } from '../catalogue/mark.ts';
import type { DetectedCode } from '../detect/detect-request.ts';

/** One code underlined on the page. */
export interface Mark {
  hit: DetectedCode;
  kind: MarkKind;
  /** The characters that it stands on. */
  text: string;
  /** The texts that it covers, in order. Kept beside the range, which collapses when they leave the page. */
  nodes: readonly [Text, ...Text[]];
  /** Offsets in the first and in the last of them. */
  start: number;
  end: number;
  /** Where the texts stood when they were marked. */
  parents: readonly Node[];
  /** What is drawn: live for the first marks of a page, see `MAX_LIVE`. */
  drawn: Range | StaticRange;
}

/** A mark to be: where its code stands. */
export interface Place {
  hit: DetectedCode;
  nodes: readonly [Text, ...Text[]];
  start: number;
  end: number;
}

/**
 * A browser corrects every live range at every change of the page: a table of thousands of marked rows would take seconds to
 * be sorted. So many marks follow the page live; further ones are drawn again when their text is read again.
 */
const MAX_LIVE = 1000;

/** Null where the place is none any more. */
export function markAtPlace({ hit, nodes, start, end }: Place, marks: number): Mark | null {
  const parents = parentsOf(nodes);
  const place = { nodes, start, end };
  const text = coveredBy(place);
  if (text === null || text.length !== hit.end - hit.start) return null;
  const drawn = marks < MAX_LIVE ? liveRange(place) : staticRange(place);
  return { hit, kind: hit.meanings[0]?.mark ?? 'nobody', text, ...place, parents, drawn };
}

function parentsOf(nodes: Place['nodes']): Node[] {
  const parents = nodes.length === 1 ? [nodes[0].parentNode] : new Set(nodes.map((node) => node.parentNode));
  return [...parents].filter((parent) => parent !== null);
}

/** The range of a mark, to be measured. Do not keep it: see `MAX_LIVE`. */
export function rangeOf(mark: Mark): Range {
  return mark.drawn instanceof Range ? mark.drawn : liveRange(mark);
}

/** It points at nothing any more: its text has left the page, or its place. */
export function isGone({ nodes, parents, drawn }: Mark): boolean {
  if (drawn.collapsed) return true;
  for (const node of nodes)
    if (!node.isConnected || !node.parentNode || !parents.includes(node.parentNode)) return true;
  return false;
}

/** The same, or its text is another one now; or the page split it, and what is drawn goes on into the new one. */
export function isStale(mark: Mark): boolean {
  const { drawn, nodes, text } = mark;
  if (isGone(mark) || drawn.startContainer !== nodes[0] || drawn.endContainer !== nodes.at(-1)) return true;
  return (drawn instanceof Range ? drawn.toString() : coveredBy(mark)) !== text;
}

/** The mark is what would be made for this place. */
export function isSame(mark: Mark, place: Place): boolean {
  const { drawn, hit, nodes } = mark;
  return (
    drawn.startContainer === nodes[0] &&
    nodes.length === place.nodes.length &&
    nodes.every((node, at) => node === place.nodes[at]) &&
    drawn.startOffset === place.start &&
    drawn.endOffset === place.end &&
    hit.code === place.hit.code &&
    (hit.meanings[0]?.mark ?? 'nobody') === (place.hit.meanings[0]?.mark ?? 'nobody')
  );
}

type Stretch = Pick<Mark, 'nodes' | 'start' | 'end'>;

function liveRange({ nodes, start, end }: Stretch): Range {
  const range = document.createRange();
  const last = nodes.at(-1) ?? nodes[0];
  range.setStart(nodes[0], Math.min(start, nodes[0].length));
  range.setEnd(last, Math.min(end, last.length));
  return range;
}

function staticRange({ nodes, start, end }: Stretch): StaticRange {
  const endContainer = nodes.at(-1) ?? nodes[0];
  return new StaticRange({ startContainer: nodes[0], startOffset: start, endContainer, endOffset: end });
}

/** The characters of a stretch, or null where a text has become too short. */
function coveredBy({ nodes, start, end }: Stretch): string | null {
  const last = nodes.length - 1;
  if (start > nodes[0].length || end > (nodes[last]?.length ?? 0)) return null;
  if (last === 0) return nodes[0].data.slice(start, end);
  return nodes
    .map(({ data }, at) => data.slice(at === 0 ? start : 0, at === last ? end : undefined))
    .join('');
}
