import { attributeOf, composedAncestors, fits } from '../../lib/dom/nodes.ts';
import { documentOf, elementOf } from './anchor.ts';

/**
 * The element that the card is appended to. Within an open modal dialog that is the dialog, since all else is inert;
 * within an open popover the popover, so that a click in the card is no click outside of it.
 */
export function homeOf(range: Range, room: Document): Element {
  const own = elementOf(range);
  if (documentOf(own) === room) {
    for (const element of composedAncestors(own)) {
      if (fits(element, ':modal, :popover-open')) return element;
    }
  }
  const modal = [...room.querySelectorAll('dialog:modal')].at(-1);
  return modal ?? room.documentElement;
}

/** Whether the browser shows a tooltip for the code, which it does below the pointer. */
export function hasTooltip(range: Range): boolean {
  for (const element of composedAncestors(elementOf(range))) {
    const title = attributeOf(element, 'title');
    if (title !== null) return title !== '';
  }
  return false;
}
