/**
 * Registers the first key listeners of the window: at `document_start`, before any script of the page runs. They do nothing until a card is
 * open. A frame may run this twice, from the manifest and from a registered script; an event that a card handles is stopped at the first
 * listener.
 */
const UNNAMED =
  'compositionend compositionstart compositionupdate DOMActivate DOMMouseScroll focusin focusout MozMousePixelScroll textInput';

const hear = (event: KeyboardEvent) => globalThis.errataKeys?.(event);
for (const type of ['keydown', 'keypress', 'keyup'] as const) addEventListener(type, hear, true);
// Firefox: see components/card/guard.ts.
if ('originalTarget' in Event.prototype) {
  const types = UNNAMED.split(' ');
  for (const name in HTMLElement.prototype) if (name.startsWith('on')) types.push(name.slice(2));
  const guard = (event: Event) => globalThis.errataGuard?.(event);
  for (const type of types) addEventListener(type, guard, { capture: true, passive: true });
}
