import { getOrInsert } from '../../core/get-or-insert.ts';
import { MARK_KINDS, type MarkKind } from '../../core/mark-kind.ts';
import { CURRENT_LOOK, getHighlightName, LOOKS, type Look } from '../../core/mark-look.ts';
import type { PageMark } from './page-mark.ts';

/** Paints marks. The only code that uses `CSS.highlights`. */
export interface MarkPainter {
  add(marks: Iterable<PageMark>): void;
  remove(mark: PageMark): void;
  /** Restores highlights that the page removed, for example by clearing the registry. */
  restore(): void;
  setLook(look: Look): void;
  /** Sets whether the page is too large for underlines. Then tints replace them. */
  setHuge(huge: boolean): void;
  /** Sets the mark whose card is open. With hover-only marks, only this one is visible. */
  point(mark: PageMark | null): void;
  /** Removes Errata's highlights from the page, except for those of a newer script. */
  destroy(): void;
}

export function createMarkPainter(): MarkPainter {
  const painted = new Map<MarkKind, Highlight>();
  let wanted: Look = { style: 'underline', strength: 'normal' };
  let look = wanted;
  let isHuge = false;
  let pointed: PageMark | null = null;
  /** The highlight of the pointed mark. */
  let single: Highlight | null = null;

  function registerHighlight(
    kind: MarkKind,
    highlight: Highlight,
    as: typeof look | typeof CURRENT_LOOK = look,
  ): void {
    const name = getHighlightName(kind, as);
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  function createHighlight(kind: MarkKind): Highlight {
    const highlight = lowerPriority(new Highlight());
    registerHighlight(kind, highlight);
    return highlight;
  }

  function point(mark: PageMark | null): void {
    if (pointed) {
      const { kind, drawn } = pointed;
      CSS.highlights.delete(getHighlightName(kind, CURRENT_LOOK));
      painted.get(kind)?.add(drawn);
      pointed = null;
      single = null;
    }
    if (!mark) return;
    // A range is only in one highlight at a time, because the ranges are counted.
    painted.get(mark.kind)?.delete(mark.drawn);
    pointed = mark;
    single = lowerPriority(new Highlight(mark.drawn));
    registerHighlight(mark.kind, single, CURRENT_LOOK);
  }

  function restore(): void {
    for (const [kind, highlight] of painted) registerHighlight(kind, highlight);
    if (pointed && single) registerHighlight(pointed.kind, single, CURRENT_LOOK);
  }

  /** Registers the same ranges under other names, which needs no new scan. */
  function updateHighlights(): void {
    const style = isHuge && wanted.style === 'underline' ? 'tint' : wanted.style;
    const { strength } = wanted;
    if (style === look.style && strength === look.strength) return;
    const current = pointed;
    takeOff();
    look = { style, strength };
    for (const [kind, highlight] of painted) registerHighlight(kind, highlight);
    point(current);
  }

  function takeOff(): void {
    point(null);
    for (const [kind, highlight] of painted) {
      const name = getHighlightName(kind, look);
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  return {
    add(marks) {
      restore();
      for (const mark of marks)
        if (mark !== pointed) getOrInsert(painted, mark.kind, createHighlight).add(mark.drawn);
    },
    remove(mark) {
      if (pointed === mark) point(null);
      painted.get(mark.kind)?.delete(mark.drawn);
    },
    restore,
    setLook(next) {
      wanted = next;
      updateHighlights();
    },
    setHuge(huge) {
      isHuge = huge;
      updateHighlights();
    },
    point,
    destroy() {
      takeOff();
      painted.clear();
    },
  };
}

/** Keeps the page's own highlights on top. */
function lowerPriority(highlight: Highlight): Highlight {
  highlight.priority = -1;
  return highlight;
}

/**
 * Removes the highlights of an earlier script that could not clean up: content scripts get no event when Firefox
 * updates their extension (https://github.com/w3c/webextensions/issues/138).
 */
export function clearHighlights(): void {
  for (const look of LOOKS)
    for (const kind of MARK_KINDS) CSS.highlights.delete(getHighlightName(kind, look));
}
