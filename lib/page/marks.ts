import { MARKS, type Mark as MarkKind } from '../catalogue/mark.ts';
import { codesOf } from './codes-of.ts';
import { highlightName, LOOKS, type Look } from './highlight-name.ts';
import { isInView, isSame, isStale, type Mark, type Place } from './mark.ts';
import { byPosition } from './order.ts';
import type { PageCode } from './page-api.ts';

export type { Mark, Place };

/** Every mark of one frame, and the only code that touches `CSS.highlights`. */
export interface Marks {
  readonly all: ReadonlySet<Mark>;
  at(node: Text): readonly Mark[];
  /** Marks whose code stands in a text directly within this element or shadow root. */
  under(parent: Node): readonly Mark[];
  /** Makes the marks that start in these nodes be exactly those places; what stays the same stays untouched. */
  replace(nodes: Iterable<Text>, places: readonly Place[]): void;
  /** Drops marks that point at nothing any more: their text has left the page or is another one now. */
  sweep(texts?: Iterable<Text>): void;
  drop(mark: Mark): void;
  clear(): void;
  /**
   * Paints what was added since the last time, in one go: small portions make a large page paint each time.
   *
   * @param inView Only what the reader has before them; the rest comes later.
   */
  paint(inView?: boolean): void;
  /** How all marks are drawn from now on. */
  setLook(look: Look): void;
  /** The page is too large for underlines: they become tints. */
  setHuge(huge: boolean): void;
  /** The mark that the pointer or the walk is on: the only one that shows where marks are drawn on hover only. */
  point(mark: Mark | null): void;
  inOrder(): readonly Mark[];
  codes(): PageCode[];
  /** Takes Errata's highlights off the page, but not those of a newer script. */
  destroy(): void;
}

/** @param changed Marks were found or dropped. */
export function createMarks(changed: (dropped: ReadonlySet<Mark>) => void): Marks {
  const all = new Set<Mark>();
  const byNode = new WeakMap<Text, Mark[]>();
  const byParent = new WeakMap<Node, Set<Mark>>();
  const painted = new Map<MarkKind, Highlight>();
  const unpainted = new Set<Mark>();
  let order: readonly Mark[] | null = null;
  let found = false;
  let wanted: Look = { style: 'underline', strength: 'normal' };
  let look = wanted;
  let isHuge = false;
  let pointed: { mark: Mark; highlight: Highlight } | null = null;

  function add(place: Place): void {
    const range = document.createRange();
    const last = place.nodes[place.nodes.length - 1] ?? place.nodes[0];
    try {
      range.setStart(place.nodes[0], place.start);
      range.setEnd(last, place.end);
    } catch {
      return;
    }
    const { hit, nodes } = place;
    const parents = [...new Set(nodes.map((node) => node.parentNode))].filter((parent) => parent !== null);
    const mark: Mark = { hit, nodes, range, parents, kind: hit.meanings[0]?.mark ?? 'nobody' };
    all.add(mark);
    unpainted.add(mark);
    found = true;
    order = null;
    for (const node of new Set(nodes)) byNode.set(node, [...(byNode.get(node) ?? []), mark]);
    for (const parent of parents) byParent.set(parent, (byParent.get(parent) ?? new Set()).add(mark));
  }

  function remove(mark: Mark): void {
    if (!all.delete(mark)) return;
    order = null;
    if (pointed?.mark === mark) point(null);
    unpainted.delete(mark);
    painted.get(mark.kind)?.delete(mark.range);
    for (const node of mark.nodes) {
      const rest = byNode.get(node)?.filter((other) => other !== mark) ?? [];
      if (rest.length > 0) byNode.set(node, rest);
      else byNode.delete(node);
    }
    for (const parent of mark.parents) byParent.get(parent)?.delete(mark);
  }

  function drop(marks: Iterable<Mark>): void {
    const dropped = new Set(marks);
    for (const mark of dropped) remove(mark);
    if (dropped.size > 0) changed(dropped);
  }

  function paint(inView = false): void {
    if (found) {
      found = false;
      changed(new Set());
    }
    // A page may clear the registry, not knowing that it is not alone.
    for (const [kind, highlight] of painted) show(kind, highlight);
    for (const mark of unpainted) {
      if (inView && !isInView(mark.range)) continue;
      unpainted.delete(mark);
      let highlight = painted.get(mark.kind);
      if (!highlight) {
        highlight = new Highlight();
        // Below the page's own highlights.
        highlight.priority = -1;
        painted.set(mark.kind, highlight);
        show(mark.kind, highlight);
      }
      highlight.add(mark.range);
    }
  }

  function point(mark: Mark | null): void {
    if (pointed) {
      const { kind, range } = pointed.mark;
      CSS.highlights.delete(highlightName(kind, { ...look, style: 'underline' }));
      painted.get(kind)?.add(range);
      pointed = null;
    }
    if (!mark || look.style !== 'hover' || !all.has(mark)) return;
    // One range, in one highlight at a time: they are counted.
    unpainted.delete(mark);
    painted.get(mark.kind)?.delete(mark.range);
    const highlight = new Highlight(mark.range);
    highlight.priority = -1;
    pointed = { mark, highlight };
    CSS.highlights.set(highlightName(mark.kind, { ...look, style: 'underline' }), highlight);
  }

  function show(kind: MarkKind, highlight: Highlight): void {
    const name = highlightName(kind, look);
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  function inOrder(): readonly Mark[] {
    order ??= [...all].sort((a, b) => byPosition(a.range, b.range));
    return order;
  }

  /** The same ranges under other names: nothing is read or styled anew. */
  function redraw(): void {
    const style = isHuge && wanted.style === 'underline' ? 'tint' : wanted.style;
    const { strength } = wanted;
    if (style === look.style && strength === look.strength) return;
    takeOff();
    look = { style, strength };
    for (const [kind, highlight] of painted) show(kind, highlight);
  }

  function takeOff(): void {
    point(null);
    for (const [kind, highlight] of painted) {
      const name = highlightName(kind, look);
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  return {
    all,
    at: (node) => byNode.get(node) ?? [],
    under: (parent) => [...(byParent.get(parent) ?? [])],
    replace(nodes, places) {
      const old = new Set<Mark>();
      for (const node of nodes)
        for (const mark of byNode.get(node) ?? []) if (mark.nodes[0] === node) old.add(mark);
      const fresh = places.filter((place) => {
        for (const mark of old) {
          if (!isSame(mark, place)) continue;
          old.delete(mark);
          mark.hit = place.hit;
          return false;
        }
        return true;
      });
      drop(old);
      for (const place of fresh) add(place);
    },
    sweep(texts) {
      const stale = new Set<Mark>();
      for (const text of texts ?? [])
        for (const mark of byNode.get(text) ?? []) if (isStale(mark)) stale.add(mark);
      if (!texts) for (const mark of all) if (isStale(mark)) stale.add(mark);
      drop(stale);
    },
    drop: (mark) => drop([mark]),
    clear: () => drop([...all]),
    paint,
    point,
    setLook(next) {
      wanted = next;
      redraw();
    },
    setHuge(huge) {
      isHuge = huge;
      redraw();
    },
    inOrder,
    codes: () => codesOf(inOrder()),
    destroy() {
      drop([...all]);
      takeOff();
      painted.clear();
    },
  };
}

/** Takes away what an earlier script left that could not clean up: Firefox stops the scripts of an extension that it updates. */
export function clearHighlights(): void {
  for (const look of LOOKS) for (const kind of MARKS) CSS.highlights.delete(highlightName(kind, look));
}
