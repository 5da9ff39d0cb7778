import {
  contains,
  matches,
  queryAll,
  scrollIntoView,
  walkComposedAncestors,
} from '../dom/nodes.ts';
import type { Marks } from '../marking/marks.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import { createLayout } from '../text/readable-text.ts';

/**
 * Creates keyboard navigation through the codes of a frame in page order.
 *
 * @param show Opens the card of a mark. `walks` is true for navigation through all codes.
 */
export function createMarkNavigator(
  marks: Marks,
  show: (mark: PageMark, focus: boolean, walks: boolean) => Promise<void>,
) {
  /** Weak, because it may be the last reference to a removed page. */
  let current: WeakRef<PageMark> | null = null;
  let index = -1;

  /** Continues from this mark, which the pointer opened. */
  function setCurrent(mark: PageMark | null): void {
    current = mark && new WeakRef(mark);
    index = mark ? marks.inOrder().indexOf(mark) : -1;
  }

  async function goToMark(
    mark: PageMark,
    focus: boolean,
    walks: boolean,
    modals: readonly Element[],
  ) {
    if (
      !mark.nodes.every(createLayout().isShown) ||
      isInert(mark.nodes[0], modals)
    )
      return false;

    setCurrent(mark);
    scrollToRange(getMarkRange(mark));
    await show(mark, focus, walks);

    return true;
  }

  /** Returns the index of the code with which a step begins. */
  function findStart(order: readonly PageMark[], by: 1 | -1): number {
    if (!current) return by > 0 ? 0 : order.length - 1;

    const mark = current.deref();
    const at = mark ? order.indexOf(mark) : -1;
    if (at >= 0) return at + by;

    // If the current code has left the page, continue from its former index.
    return by > 0 ? index : index - 1;
  }

  return {
    /** Scrolls to the next or previous code and opens its card, with the focus if wanted. Returns false at the end of this frame. */
    async step(
      by: 1 | -1,
      {
        only,
        focus = true,
      }: { only?: (mark: PageMark) => boolean; focus?: boolean } = {},
    ): Promise<boolean> {
      const order = marks.inOrder();
      const modals = findOpenModals();

      for (
        let next = findStart(order, by);
        next >= 0 && next < order.length;
        next += by
      ) {
        const mark = order[next];
        if (!mark || (only && !only(mark))) continue;
        if (await goToMark(mark, focus, !only, modals)) return true;
      }

      current = null;

      return false;
    },
    /** Scrolls to this mark without moving the focus. Returns false if it is not visible. */
    goTo: (mark: PageMark) => goToMark(mark, false, false, findOpenModals()),
    setCurrent,
    isActive: () => current !== null,
  };
}

function scrollToRange(range: Range): void {
  const element = range.startContainer.parentElement;
  const { top, bottom, left, right } = range.getBoundingClientRect();

  const isInView =
    top >= 0 &&
    left >= 0 &&
    bottom <= window.innerHeight &&
    right <= window.innerWidth;

  // In a scroll container, a code can be inside the viewport and still be clipped.
  if (element) scrollIntoView(element, isInView ? 'nearest' : 'center');
}

/** Returns the innermost modal dialogs. Elements outside them are not reachable. */
function findOpenModals(): Element[] {
  const modals = [...queryAll(document, ':modal')];

  return modals.filter(
    (modal) =>
      !modals.some((other) => other !== modal && contains(modal, other)),
  );
}

/** Returns true if a text is inert, or outside an open modal dialog. */
function isInert({ parentElement }: Text, modals: readonly Element[]): boolean {
  const around = parentElement ? [...walkComposedAncestors(parentElement)] : [];
  const isBehind =
    modals.length > 0 && !modals.some((modal) => around.includes(modal));
  return isBehind || around.some((element) => matches(element, '[inert]'));
}
