import { composedAncestors, elementOf } from './anchor.ts';

/**
 * The element that the card is appended to. Within an open modal dialog that is the dialog, since all else is inert;
 * within an open popover the popover, so that a click in the card is no click outside of it.
 */
export function homeOf(range: Range, room: Document): Element {
  const own = elementOf(range);
  if (own.ownerDocument === room) {
    for (const element of composedAncestors(own)) {
      // A form gives its field where it has one of the name `matches`.
      if (Element.prototype.matches.call(element, ':modal, :popover-open')) return element;
    }
  }
  const modal = [...room.querySelectorAll('dialog:modal')].at(-1);
  return modal ?? room.documentElement;
}

/** Whether the browser shows a tooltip for the code, which it does below the pointer. */
export function hasTooltip(range: Range): boolean {
  for (const element of composedAncestors(elementOf(range))) {
    if (element.hasAttribute('title')) return element.getAttribute('title') !== '';
  }
  return false;
}
