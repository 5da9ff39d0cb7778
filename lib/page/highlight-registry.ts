import { MARKS, type Mark as MarkKind } from '../catalogue/mark.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import { highlightName, LOOKS, type Look } from './highlight-name.ts';
import type { Mark } from './page-mark.ts';

/** Draws marks; the only code that touches `CSS.highlights`. */
export interface HighlightRegistry {
  add(marks: Iterable<Mark>): void;
  remove(mark: Mark): void;
  /** Puts back what the page took off: it may clear the registry, not knowing that it is not alone. */
  restore(): void;
  /** How all marks are drawn from now on. */
  setLook(look: Look): void;
  /** The page is too large for underlines: they become tints. */
  setHuge(huge: boolean): void;
  /** The mark that the pointer or the walk is on: the only one that shows where marks are drawn on hover only. */
  point(mark: Mark | null): void;
  /** Takes Errata's highlights off the page, but not those of a newer script. */
  destroy(): void;
}

export function createHighlightRegistry(): HighlightRegistry {
  const painted = new Map<MarkKind, Highlight>();
  let wanted: Look = { style: 'underline', strength: 'normal' };
  let look = wanted;
  let isHuge = false;
  let pointed: Mark | null = null;
  /** That of the mark pointed to. */
  let single: Highlight | null = null;

  function show(kind: MarkKind, highlight: Highlight, style = look.style): void {
    const name = highlightName(kind, { ...look, style });
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  function begin(kind: MarkKind): Highlight {
    const highlight = belowOthers(new Highlight());
    show(kind, highlight);
    return highlight;
  }

  function point(mark: Mark | null): void {
    if (pointed) {
      const { kind, drawn } = pointed;
      CSS.highlights.delete(highlightName(kind, { ...look, style: 'underline' }));
      painted.get(kind)?.add(drawn);
      pointed = null;
      single = null;
    }
    if (!mark || look.style !== 'hover') return;
    // One range, in one highlight at a time: they are counted.
    painted.get(mark.kind)?.delete(mark.drawn);
    pointed = mark;
    single = belowOthers(new Highlight(mark.drawn));
    show(mark.kind, single, 'underline');
  }

  function restore(): void {
    for (const [kind, highlight] of painted) show(kind, highlight);
    if (pointed && single) show(pointed.kind, single, 'underline');
  }

  /** The same ranges under other names: nothing is read or styled again. */
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
    add(marks) {
      restore();
      for (const mark of marks) if (mark !== pointed) getOrInsert(painted, mark.kind, begin).add(mark.drawn);
    },
    remove(mark) {
      if (pointed === mark) point(null);
      painted.get(mark.kind)?.delete(mark.drawn);
    },
    restore,
    setLook(next) {
      wanted = next;
      redraw();
    },
    setHuge(huge) {
      isHuge = huge;
      redraw();
    },
    point,
    destroy() {
      takeOff();
      painted.clear();
    },
  };
}

/** The page's own highlights lie above. */
function belowOthers(highlight: Highlight): Highlight {
  highlight.priority = -1;
  return highlight;
}

/** Takes away what an earlier script left that could not clean up: Firefox stops the scripts of an extension that it updates. */
export function clearHighlights(): void {
  for (const look of LOOKS) for (const kind of MARKS) CSS.highlights.delete(highlightName(kind, look));
}
