/**
 * Puts this frame's card first in line: run at the start of the document, before the page can listen on `window`. It does nothing until
 * a card asks. A frame may have it twice, from the manifest and from a grant of the user's: what a card takes is stopped at the first.
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
