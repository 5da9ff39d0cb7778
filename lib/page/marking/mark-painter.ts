import { getOrInsert } from '../../core/get-or-insert.ts';
import { MARK_KINDS, type MarkKind } from '../../core/mark-kind.ts';
import {
  CURRENT_LOOK,
  getHighlightName,
  LOOKS,
  type Look,
} from '../../core/mark-look.ts';
import type { PageMark } from './page-mark.ts';

/** Creates the painter of a frame's marks. The only code that uses `CSS.highlights`. */
export function createMarkPainter() {
  const painted = new Map<MarkKind, Highlight>();
  let wanted: Look = { style: 'underline', strength: 'normal' };
  let look = wanted;
  let isHuge = false;
  /** The mark whose card is open, and the highlight that has only its range: the ranges are counted. */
  let pointed: { mark: PageMark; highlight: Highlight } | null = null;

  function register(
    kind: MarkKind,
    highlight: Highlight,
    as: Look | typeof CURRENT_LOOK = look,
  ): void {
    const name = getHighlightName(kind, as);
    if (CSS.highlights.get(name) !== highlight)
      CSS.highlights.set(name, highlight);
  }

  /** Sets the mark whose card is open. With hover-only marks, only this one is visible. */
  function point(mark: PageMark | null): void {
    if (pointed) {
      const { kind, drawn } = pointed.mark;
      CSS.highlights.delete(getHighlightName(kind, CURRENT_LOOK));
      painted.get(kind)?.add(drawn);
    }

    pointed = mark && { mark, highlight: createHighlight(mark.drawn) };
    if (mark) painted.get(mark.kind)?.delete(mark.drawn);
    if (pointed) register(pointed.mark.kind, pointed.highlight, CURRENT_LOOK);
  }

  /** Restores highlights that the page removed, for example by clearing the registry. */
  function restore(): void {
    for (const [kind, highlight] of painted) register(kind, highlight);
    if (pointed) register(pointed.mark.kind, pointed.highlight, CURRENT_LOOK);
  }

  /** Registers the same ranges under other names, which needs no new scan. */
  function updateHighlights(): void {
    const style =
      isHuge && wanted.style === 'underline' ? 'tint' : wanted.style;

    const { strength } = wanted;
    if (style === look.style && strength === look.strength) return;
    takeOff();
    look = { style, strength };
    restore();
  }

  function takeOff(): void {
    for (const [kind, highlight] of painted) {
      const name = getHighlightName(kind, look);
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  return {
    add(marks: Iterable<PageMark>): void {
      for (const mark of marks)
        if (mark !== pointed?.mark)
          getOrInsert(painted, mark.kind, () => createHighlight()).add(
            mark.drawn,
          );

      restore();
    },
    remove(mark: PageMark): void {
      if (pointed?.mark === mark) point(null);
      painted.get(mark.kind)?.delete(mark.drawn);
    },
    restore,
    setLook(next: Look): void {
      wanted = next;
      updateHighlights();
    },
    /** Sets whether the page is too large for underlines. Then tints replace them. */
    setHuge(huge: boolean): void {
      isHuge = huge;
      updateHighlights();
    },
    point,
    /** Removes Errata's highlights from the page, except for those of a newer script. */
    destroy(): void {
      point(null);
      takeOff();
      painted.clear();
    },
  };
}

/** Keeps the page's own highlights on top. */
const createHighlight = (...ranges: AbstractRange[]) =>
  Object.assign(new Highlight(...ranges), { priority: -1 });

/**
 * Removes the highlights of an earlier script that could not clean up: content scripts get no event when Firefox
 * updates their extension (https://github.com/w3c/webextensions/issues/138).
 */
export function clearHighlights(): void {
  for (const look of LOOKS)
    for (const kind of MARK_KINDS)
      CSS.highlights.delete(getHighlightName(kind, look));
}
