import type { MarkKind } from '../../core/mark-kind.ts';
import type { MarkBackdrop } from '../../core/mark-look.ts';
import type { DetectedCode } from '../../detect/detect-request.ts';

export interface MarkField {
  block: Element;
  /** Its label, if no column header names it. */
  label: string;
  /** True if its column header or label says so. */
  isSubcode: boolean;
  /** True if the block has only the code, perhaps after its name. */
  isBare: boolean;
  /** The last digits of the numbers in its row, one of which may be the recipient's. Undefined if its row was not read. */
  numbers?: readonly string[];
}

export interface PageMark {
  hit: DetectedCode;
  field: MarkField | undefined;
  kind: MarkKind;
  backdrop: MarkBackdrop;
  text: string;
  /** The text nodes of the mark, in order. Kept separately, because the range collapses when they are removed. */
  nodes: readonly [Text, ...Text[]];
  start: number;
  end: number;
  parents: readonly Node[];
  /** The painted range. A live range for the first marks of a page, see `MAX_LIVE_RANGES`. */
  drawn: Range | StaticRange;
}

export type MarkRange = Pick<PageMark, 'hit' | 'nodes' | 'start' | 'end'> & {
  field?: MarkField;
  backdrop?: MarkBackdrop;
};

/**
 * Maximum live ranges. Browsers update every live range at every DOM change, so sorting a table with thousands of
 * marked rows would take seconds. Further marks use static ranges and are painted again when their text is read again.
 */
const MAX_LIVE_RANGES = 1000;

/** Whose turn it is: what the row says, or else the code. */
const getKind = ({ mark, meanings }: DetectedCode): MarkKind =>
  mark ?? meanings[0]?.mark ?? 'nobody';

/** Creates a mark. Returns null if the range no longer matches its text. */
export function createMark(
  { hit, field, nodes, start, end, backdrop = 'plain' }: MarkRange,
  marks: number,
): PageMark | null {
  const parents = [...new Set(nodes.map((node) => node.parentNode))].filter(
    (parent) => parent !== null,
  );

  const range = { nodes, start, end };
  const text = getCoveredText(range);
  if (text === null || text.length !== hit.end - hit.start) return null;

  const drawn =
    marks < MAX_LIVE_RANGES ? createLiveRange(range) : createStaticRange(range);

  const kind = getKind(hit);

  return {
    hit,
    field,
    kind,
    backdrop,
    text,
    ...range,
    parents,
    drawn,
  };
}

/** Returns a live range of the mark, for measuring. Do not keep it: see `MAX_LIVE_RANGES`. */
export function getMarkRange(mark: PageMark): Range {
  return mark.drawn instanceof Range ? mark.drawn : createLiveRange(mark);
}

export function isGone({ nodes, parents, drawn }: PageMark): boolean {
  const hasMoved = ({ isConnected, parentNode }: Text) =>
    !isConnected || !parentNode || !parents.includes(parentNode);
  return drawn.collapsed || nodes.some(hasMoved);
}

/** Returns true if the mark is gone, if its text has changed, or if the page split its text node. */
export function isStale(mark: PageMark): boolean {
  const { drawn, nodes, text } = mark;
  if (
    isGone(mark) ||
    drawn.startContainer !== nodes[0] ||
    drawn.endContainer !== nodes.at(-1)
  )
    return true;

  return (
    (drawn instanceof Range ? drawn.toString() : getCoveredText(mark)) !== text
  );
}

export function isSameRange(mark: PageMark, range: MarkRange): boolean {
  const { drawn, hit, kind, nodes } = mark;

  return (
    drawn.startContainer === nodes[0] &&
    nodes.length === range.nodes.length &&
    nodes.every((node, at) => node === range.nodes[at]) &&
    drawn.startOffset === range.start &&
    drawn.endOffset === range.end &&
    hit.code === range.hit.code &&
    kind === getKind(range.hit)
  );
}

type TextStretch = Pick<PageMark, 'nodes' | 'start' | 'end'>;

function createLiveRange({ nodes, start, end }: TextStretch): Range {
  const range = new Range();
  const last = nodes.at(-1) ?? nodes[0];

  range.setStart(nodes[0], Math.min(start, nodes[0].length));
  range.setEnd(last, Math.min(end, last.length));

  return range;
}

function createStaticRange({ nodes, start, end }: TextStretch): StaticRange {
  const endContainer = nodes.at(-1) ?? nodes[0];

  return new StaticRange({
    startContainer: nodes[0],
    startOffset: start,
    endContainer,
    endOffset: end,
  });
}

/** Returns the characters of a range, or null if a text node has become too short. */
function getCoveredText({ nodes, start, end }: TextStretch): string | null {
  const last = nodes.length - 1;
  if (start > nodes[0].length || end > (nodes[last]?.length ?? 0)) return null;
  if (last === 0) return nodes[0].data.slice(start, end);

  return nodes
    .map(({ data }, at) =>
      data.slice(at === 0 ? start : 0, at === last ? end : undefined),
    )
    .join('');
}
