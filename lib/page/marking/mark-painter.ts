import { getOrInsert } from '../../core/get-or-insert.ts';
import { MARK_KINDS } from '../../core/mark-kind.ts';
import {
  CURRENT_LOOK,
  getHighlightName,
  LOOKS,
  type Look,
  MARK_BACKDROPS,
  type MarkBackdrop,
} from '../../core/mark-look.ts';
import type { PageMark } from './page-mark.ts';

/** The marks that are painted alike: their kind, their backdrop and the highlight of their ranges. */
interface PaintedGroup extends Pick<PageMark, 'kind' | 'backdrop'> {
  highlight: Highlight;
}

/** Creates the painter of a frame's marks. The only code that uses `CSS.highlights`. */
export function createMarkPainter() {
  const groups = new Map<string, PaintedGroup>();
  let wanted: Look = { style: 'underline', strength: 'normal' };
  let look = wanted;
  let isHuge = false;
  /** The mark whose card is open, and a group of only its range: the ranges are counted. */
  let pointed: { mark: PageMark; group: PaintedGroup } | null = null;

  const findGroup = ({ kind, backdrop }: PageMark) =>
    groups.get(getHighlightName(kind, CURRENT_LOOK, backdrop));

  const createGroup = ({ kind, backdrop }: PageMark): PaintedGroup => ({
    kind,
    backdrop,
    highlight: createHighlight(),
  });

  function register(
    { kind, backdrop, highlight }: PaintedGroup,
    as: Look | typeof CURRENT_LOOK = look,
  ): void {
    const name = getHighlightName(kind, as, backdrop);
    if (CSS.highlights.get(name) !== highlight)
      CSS.highlights.set(name, highlight);
  }

  function addToGroup(mark: PageMark): void {
    const name = getHighlightName(mark.kind, CURRENT_LOOK, mark.backdrop);
    getOrInsert(groups, name, () => createGroup(mark)).highlight.add(
      mark.drawn,
    );
  }

  /** Sets the mark whose card is open. With hover-only marks, only this one is visible. */
  function point(mark: PageMark | null): void {
    if (pointed) {
      const { kind, backdrop } = pointed.group;
      CSS.highlights.delete(getHighlightName(kind, CURRENT_LOOK, backdrop));
      findGroup(pointed.mark)?.highlight.add(pointed.mark.drawn);
    }

    pointed = mark && { mark, group: createGroup(mark) };
    if (!pointed) return;

    pointed.group.highlight.add(pointed.mark.drawn);
    findGroup(pointed.mark)?.highlight.delete(pointed.mark.drawn);
    register(pointed.group, CURRENT_LOOK);
  }

  /** Restores highlights that the page removed, for example by clearing the registry. */
  function restore(): void {
    for (const group of groups.values()) register(group);
    if (pointed) register(pointed.group, CURRENT_LOOK);
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
    for (const { kind, backdrop, highlight } of groups.values()) {
      const name = getHighlightName(kind, look, backdrop);
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  return {
    add(marks: Iterable<PageMark>): void {
      for (const mark of marks) if (mark !== pointed?.mark) addToGroup(mark);
      restore();
    },
    remove(mark: PageMark): void {
      if (pointed?.mark === mark) point(null);
      findGroup(mark)?.highlight.delete(mark.drawn);
    },
    /** Paints a mark in the colours for another backdrop. */
    setBackdrop(mark: PageMark, backdrop: MarkBackdrop): void {
      const isPointed = pointed?.mark === mark;
      if (isPointed) point(null);

      findGroup(mark)?.highlight.delete(mark.drawn);
      mark.backdrop = backdrop;
      addToGroup(mark);
      if (isPointed) point(mark);
      restore();
    },
    /** Returns false on a huge page, where reading the backdrop of each mark would take too long. */
    usesBackdrops: () => !isHuge,
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
      groups.clear();
    },
  };
}

/** Keeps the page's own highlights on top. */
const createHighlight = () => Object.assign(new Highlight(), { priority: -1 });

/**
 * Removes the highlights of an earlier script that could not clean up: content scripts get no event when Firefox
 * updates their extension (https://github.com/w3c/webextensions/issues/138).
 */
export function clearHighlights(): void {
  for (const look of LOOKS)
    for (const kind of MARK_KINDS)
      for (const backdrop of MARK_BACKDROPS)
        CSS.highlights.delete(getHighlightName(kind, look, backdrop));
}
