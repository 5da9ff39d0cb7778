import { CodeCounts, type PageCode } from './code-counts.ts';
import { createMarkPainter, type MarkPainter } from './mark-painter.ts';
import { createMark, isGone, isSameRange, isStale, type MarkRange, type PageMark } from './page-mark.ts';
import { groupByFailure } from './row-failures.ts';

export type { MarkRange, PageMark };

/**
 * Maximum marks in one line of a long text; further codes are only counted. Chromium takes seconds to paint more highlights
 * on one line, and 30 ms for 2,000 lines with one each. To reproduce, highlight thousands of ranges in a `<pre>` without line
 * breaks.
 */
export const MAX_MARKS_IN_LINE = 500;

export interface Marks extends Pick<MarkPainter, 'setLook' | 'setHuge' | 'point' | 'restore'> {
  readonly all: ReadonlySet<PageMark>;
  at(node: Text): readonly PageMark[];
  /** Returns the marks whose code is in a text directly inside this element or shadow root. */
  under(parent: Node): readonly PageMark[];
  /**
   * Replaces the marks that start in these nodes. Unchanged marks stay as they are.
   *
   * @param unmarked Codes of the nodes that are only counted.
   */
  replace(nodes: readonly Text[], ranges: readonly MarkRange[], unmarked?: readonly PageCode[]): void;
  /**
   * Removes marks whose text is gone.
   *
   * @param texts Changed texts. Their marks may no longer match.
   * @param removed True if nodes were removed or moved.
   */
  sweep(texts: Iterable<Text>, removed: boolean): void;
  drop(mark: PageMark): void;
  /** Paints all marks that were added since the last call. Small batches would make a large page repaint each time. */
  paint(): void;
  inOrder(): readonly PageMark[];
  /** Returns the mark that counts for the failure of a mark: the first one of its row. */
  ownerOf(mark: PageMark): PageMark;
  /** Returns the marks that count, in page order: one of each failure. */
  failures(): readonly PageMark[];
  codes(): PageCode[];
  /** Returns the number of occurrences of a code that are only counted. */
  countUnmarked(code: string): number;
  /** Returns every code and subcode once. */
  codeNames(): string[];
  destroy(): void;
}

/** @param changed Called when marks were added or removed. */
export function createMarks(changed: (dropped: ReadonlySet<PageMark>) => void): Marks {
  const all = new Set<PageMark>();
  const byNode = new WeakMap<Text, PageMark[]>();
  const byParent = new WeakMap<Node, Set<PageMark>>();
  const registry = createMarkPainter();
  const unpainted = new Set<PageMark>();
  /** Codes in texts with too many codes on one line to mark. */
  const unmarked = new Map<Text, readonly PageCode[]>();
  let order: readonly PageMark[] | null = null;
  let owners: ReadonlyMap<PageMark, PageMark> | null = null;
  let found = false;

  function addMark(range: MarkRange): void {
    const mark = createMark(range, all.size);
    if (!mark) return;
    all.add(mark);
    unpainted.add(mark);
    found = true;
    order = owners = null;
    for (const node of mark.nodes) {
      const others = byNode.get(node);
      if (!others) byNode.set(node, [mark]);
      else if (!others.includes(mark)) byNode.set(node, [...others, mark]);
    }
    for (const parent of mark.parents) byParent.set(parent, (byParent.get(parent) ?? new Set()).add(mark));
  }

  function removeMark(mark: PageMark): void {
    if (!all.delete(mark)) return;
    order = owners = null;
    unpainted.delete(mark);
    registry.remove(mark);
    for (const node of mark.nodes) {
      const rest = byNode.get(node)?.filter((other) => other !== mark) ?? [];
      if (rest.length > 0) byNode.set(node, rest);
      else {
        byNode.delete(node);
        unmarked.delete(node);
      }
    }
    for (const parent of mark.parents) byParent.get(parent)?.delete(mark);
  }

  function setUnmarked(text: Text, codes: readonly PageCode[]): void {
    if (codes.length === 0 && !unmarked.has(text)) return;
    if (codes.length > 0) unmarked.set(text, codes);
    else unmarked.delete(text);
    found = true;
  }

  function drop(marks: Iterable<PageMark>): void {
    const dropped = new Set(marks);
    for (const mark of dropped) removeMark(mark);
    if (dropped.size > 0) changed(dropped);
  }

  function paint(): void {
    if (found) {
      found = false;
      changed(new Set());
    }
    registry.add(unpainted);
    unpainted.clear();
  }

  function inOrder(): readonly PageMark[] {
    order ??= [...all].sort((a, b) => comparePositions(a.drawn, b.drawn));
    return order;
  }

  function ownerOf(mark: PageMark): PageMark {
    owners ??= groupByFailure(inOrder());
    return owners.get(mark) ?? mark;
  }

  const failures = () => inOrder().filter((mark) => ownerOf(mark) === mark);

  return {
    all,
    at: (node) => byNode.get(node) ?? [],
    under: (parent) => [...(byParent.get(parent) ?? [])],
    replace(nodes, ranges, more = []) {
      for (const node of nodes) setUnmarked(node, node === nodes[0] ? more : []);
      const old = new Set<PageMark>();
      for (const node of nodes)
        for (const mark of byNode.get(node) ?? []) if (mark.nodes[0] === node) old.add(mark);
      if (old.size === 0) {
        for (const range of ranges) addMark(range);
        return;
      }
      const fresh = ranges.filter((range) => {
        for (const mark of old) {
          if (!isSameRange(mark, range)) continue;
          old.delete(mark);
          mark.hit = range.hit;
          mark.field = range.field;
          owners = null;
          return false;
        }
        return true;
      });
      drop(old);
      for (const range of fresh) addMark(range);
    },
    sweep(texts, removed) {
      const stale = new Set<PageMark>();
      for (const text of texts) setUnmarked(text, []);
      if (removed) for (const text of unmarked.keys()) if (!text.isConnected) setUnmarked(text, []);
      for (const text of texts) for (const mark of byNode.get(text) ?? []) if (isStale(mark)) stale.add(mark);
      if (removed) {
        // Moved nodes may have another position.
        order = owners = null;
        for (const mark of all) if (isGone(mark)) stale.add(mark);
      }
      if (stale.size > 0) drop(stale);
    },
    drop: (mark) => drop([mark]),
    paint,
    point: (mark) => registry.point(mark && all.has(mark) ? mark : null),
    restore: registry.restore,
    setLook: registry.setLook,
    setHuge: registry.setHuge,
    inOrder,
    ownerOf,
    failures,
    codes() {
      const counts = new CodeCounts();
      for (const { hit } of failures()) counts.add(hit);
      for (const codes of unmarked.values()) for (const code of codes) counts.count(code, false);
      return counts.list();
    },
    countUnmarked(code) {
      const counts = [...unmarked.values()].flat().filter((one) => one.code === code);
      return counts.reduce((sum, { count }) => sum + count, 0);
    },
    codeNames: () => [
      ...new Set([...all].flatMap(({ hit }) => [hit.code, ...(hit.subcode ? [hit.subcode] : [])])),
    ],
    destroy() {
      drop([...all]);
      registry.destroy();
    },
  };
}

/** Compares positions in document order, also across shadow roots: the content of a shadow root is at the position of its host. */
function comparePositions(a: AbstractRange, b: AbstractRange): number {
  const [first, second] = [a.startContainer, b.startContainer];
  if (first === second) return a.startOffset - b.startOffset;
  if (first.getRootNode() === second.getRootNode()) return compareNodes(first, second);
  const [up, down] = [getHostPath(first), getHostPath(second)];
  while (up.length > 1 && down.length > 1 && up.at(-1) === down.at(-1)) {
    up.pop();
    down.pop();
  }
  const [x, y] = [up.at(-1) ?? first, down.at(-1) ?? second];
  return x === y ? up.length - down.length : compareNodes(x, y);
}

/** Sorting usually compares a later node with an earlier one, and browsers search backwards from the argument. */
function compareNodes(a: Node, b: Node): number {
  return b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}

/** Returns a node and the hosts of its enclosing shadow roots, innermost first. */
function getHostPath(node: Node): Node[] {
  const path: Node[] = [node];
  for (let root = node.getRootNode(); 'host' in root; ) {
    const { host } = root as ShadowRoot;
    path.push(host);
    root = host.getRootNode();
  }
  return path;
}
