import type { MarkBackdrop } from '../../core/mark-look.ts';
import { isShadowRoot } from '../text/readable-text.ts';
import { CodeCounts, type PageCode } from './code-counts.ts';
import { groupByFailure } from './group-by-failure.ts';
import { createMarkPainter } from './mark-painter.ts';
import {
  createMark,
  isGone,
  isSameRange,
  isStale,
  type MarkRange,
  type PageMark,
} from './page-mark.ts';

/**
 * Maximum marks in one line of a long text; further codes are only counted. Chromium takes seconds to paint more highlights
 * on one line, and 30 ms for 2,000 lines with one each. To reproduce, highlight thousands of ranges in a `<pre>` without line
 * breaks.
 */
export const MAX_MARKS_IN_LINE = 500;

const NONE: ReadonlySet<PageMark> = new Set();

export type Marks = ReturnType<typeof createMarks>;

export function createMarks(changed: (dropped: ReadonlySet<PageMark>) => void) {
  const all = new Set<PageMark>();
  /** The marks of each text, and of each element or shadow root directly around one. */
  const byNode = new WeakMap<Node, Set<PageMark>>();
  const { setLook, setHuge, restore, ...painter } = createMarkPainter();
  const unpainted = new Set<PageMark>();
  /** Codes in texts with too many codes on one line to mark. */
  const unmarked = new Map<Text, readonly PageCode[]>();
  /** The marks in page order, as far as `isOrdered`. The next order differs little. */
  let order: readonly PageMark[] = [];
  let isOrdered = true;
  /** True if the marks of `order` may no longer be in page order. */
  let mayBeMoved = false;
  let groups: ReturnType<typeof groupMarks> | null = null;
  let found = false;

  function addMark(range: MarkRange): void {
    const mark = createMark(range, all.size);
    if (!mark) return;
    all.add(mark);
    unpainted.add(mark);
    found = true;
    forgetOrder();

    for (const node of [...mark.nodes, ...mark.parents])
      byNode.set(node, (byNode.get(node) ?? new Set()).add(mark));
  }

  function removeMark(mark: PageMark): void {
    if (!all.delete(mark)) return;
    forgetOrder();
    unpainted.delete(mark);
    painter.remove(mark);

    for (const node of [...mark.nodes, ...mark.parents])
      byNode.get(node)?.delete(mark);

    for (const node of mark.nodes)
      if (byNode.get(node)?.size === 0) unmarked.delete(node);
  }

  function setUnmarked(text: Text, codes: readonly PageCode[]): void {
    if (codes.length > 0) unmarked.set(text, codes);
    else if (!unmarked.delete(text)) return;
    found = true;
  }

  /** Returns the marks that start in these nodes. */
  function replaceUnmarked(
    nodes: readonly Text[],
    more: readonly PageCode[],
  ): Set<PageMark> {
    const marks = new Set<PageMark>();

    for (const node of nodes) {
      setUnmarked(node, node === nodes[0] ? more : []);
      for (const mark of at(node)) if (mark.nodes[0] === node) marks.add(mark);
    }

    return marks;
  }

  function drop(lost: ReadonlySet<PageMark>): void {
    for (const mark of lost) removeMark(mark);
    if (lost.size > 0) changed(lost);
  }

  function forgetRemoved(): void {
    forgetOrder();

    for (const text of unmarked.keys())
      if (!text.isConnected) setUnmarked(text, []);
  }

  function forgetOrder(): void {
    isOrdered = false;
    groups = null;
  }

  function inOrder(): readonly PageMark[] {
    if (isOrdered) return order;

    const kept = order.filter((mark) => all.has(mark));
    const known = new Set(kept);
    const added = [...all].filter((mark) => !known.has(mark));

    order = mayBeMoved
      ? sortMarks([...kept, ...added])
      : appendMarks(kept, sortMarks(added));
    isOrdered = true;
    mayBeMoved = false;

    return order;
  }

  function groupMarks() {
    const owners = groupByFailure(inOrder());

    return {
      owners,
      failures: inOrder().filter((mark) => owners.get(mark) === mark),
    };
  }

  const getGroups = () => (groups ??= groupMarks());

  /** Returns the mark that counts for the failure of a mark: the first one of its row. */
  const ownerOf = (mark: PageMark): PageMark =>
    getGroups().owners.get(mark) ?? mark;

  /** Returns the marks that count, in page order: one of each failure. */
  const failures = () => getGroups().failures;
  const at = (node: Node): ReadonlySet<PageMark> => byNode.get(node) ?? NONE;
  /** Returns true if a text may have a mark, or codes that are only counted. */
  const mayHold = (text: Text): boolean =>
    byNode.has(text) || unmarked.has(text);

  return {
    all: all as ReadonlySet<PageMark>,
    mayHold,
    /** Returns the marks whose code is in this text, or in a text directly inside this element or shadow root. */
    at,
    /**
     * Replaces the marks that start in these nodes. Unchanged marks stay as they are.
     *
     * @param more Codes of the first node that are only counted.
     */
    replace(
      nodes: readonly Text[],
      ranges: readonly MarkRange[],
      more: readonly PageCode[] = [],
    ): void {
      // Most texts have no code, before and after.
      if (ranges.length + more.length === 0 && !nodes.some(mayHold)) return;

      const old = replaceUnmarked(nodes, more);

      const fresh = ranges.filter((range) => {
        for (const mark of old) {
          if (!isSameRange(mark, range)) continue;
          old.delete(mark);
          mark.hit = range.hit;
          mark.field = range.field;
          groups = null;

          return false;
        }

        return true;
      });

      drop(old);
      for (const range of fresh) addMark(range);
    },
    /**
     * Removes marks whose text is gone.
     *
     * @param texts Changed texts. Their marks may no longer match.
     * @param removed True if nodes were removed or moved.
     * @param moved True if some of them may be on the page in another position.
     */
    sweep(texts: Iterable<Text>, removed: boolean, moved = removed): void {
      const nodes = [...texts];

      mayBeMoved ||= moved;

      for (const text of nodes) setUnmarked(text, []);
      if (removed) forgetRemoved();

      const stale = nodes.flatMap((text) => [...at(text)].filter(isStale));
      const gone = removed ? [...all].filter(isGone) : [];

      drop(new Set([...stale, ...gone]));
    },
    drop: (mark: PageMark) => drop(new Set([mark])),
    /** Paints all marks that were added since the last call. Small batches would make a large page repaint each time. */
    paint(): void {
      if (found) changed(NONE);
      found = false;
      painter.add(unpainted);
      unpainted.clear();
    },
    point: (mark: PageMark | null) =>
      painter.point(mark && all.has(mark) ? mark : null),
    restore,
    setLook,
    setHuge,
    usesBackdrops: painter.usesBackdrops,
    setBackdrop(mark: PageMark, backdrop: MarkBackdrop): void {
      if (mark.backdrop !== backdrop) painter.setBackdrop(mark, backdrop);
    },
    inOrder,
    ownerOf,
    failures,
    codes(): PageCode[] {
      const counts = new CodeCounts();

      for (const { hit } of failures()) counts.add(hit);

      for (const code of [...unmarked.values()].flat())
        counts.count(code, false);

      return counts.list();
    },
    countUnmarked: (code: string) =>
      [...unmarked.values()]
        .flat()
        .reduce((sum, one) => sum + (one.code === code ? one.count : 0), 0),
    codeNames: () => [
      ...new Set(
        [...all].flatMap(({ hit }) => [hit.code, hit.subcode ?? hit.code]),
      ),
    ],
    destroy(): void {
      drop(new Set(all));
      painter.destroy();
    },
  };
}

const sortMarks = (marks: PageMark[]): PageMark[] =>
  marks.sort((a, b) => comparePositions(a.drawn, b.drawn));

/** Joins marks in page order. A scan finds most marks in this order, and each comparison is slow. */
function appendMarks(kept: PageMark[], added: PageMark[]): PageMark[] {
  const last = kept.at(-1);
  const first = added[0];
  const all = [...kept, ...added];
  const isAfter =
    !last || !first || comparePositions(last.drawn, first.drawn) < 0;

  return isAfter ? all : sortMarks(all);
}

/** Compares positions in document order, also across shadow roots: the content of a shadow root is at the position of its host. */
function comparePositions(a: AbstractRange, b: AbstractRange): number {
  const [first, second] = [a.startContainer, b.startContainer];
  if (first === second) return a.startOffset - b.startOffset;

  // Sorting usually compares a later node with an earlier one, and browsers search backwards from the argument.
  const position = second.compareDocumentPosition(first);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED))
    return position & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;

  const [one, other] = [getHostPath(first), getHostPath(second)];
  const at = one.findIndex((node, level) => node !== other[level]);
  const host = other[at] ?? second;

  return host.compareDocumentPosition(one[at] ?? first) &
    Node.DOCUMENT_POSITION_FOLLOWING
    ? 1
    : -1;
}

/** Returns a node after the hosts of its enclosing shadow roots, outermost first. */
function getHostPath(node: Node): Node[] {
  const root = node.getRootNode();
  return isShadowRoot(root) ? [...getHostPath(root.host), node] : [node];
}
