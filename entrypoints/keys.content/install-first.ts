import { getOwnGlobal } from '../../lib/core/get-own-global.ts';

/**
 * Registers the first key listeners of the window: at `document_start`, before any script of the page runs. They do nothing until a card is
 * open. A frame may run this twice, from the manifest and from a registered script; an event that a card handles is stopped at the first
 * listener.
 */
const INPUT_EVENTS =
  'compositionend compositionstart compositionupdate DOMActivate DOMMouseScroll focusin focusout MozMousePixelScroll textInput';

const dispatchKey = (event: KeyboardEvent) =>
  getOwnGlobal('errataKeys')?.(event);
for (const type of ['keydown', 'keypress', 'keyup'] as const)
  addEventListener(type, dispatchKey, true);
// Firefox: see components/card/firefox-event-shield.ts.
if ('originalTarget' in Event.prototype) {
  const types = INPUT_EVENTS.split(' ');

  for (const name in HTMLElement.prototype)
    if (name.startsWith('on')) types.push(name.slice(2));

  const passToShield = (event: Event) => getOwnGlobal('errataGuard')?.(event);

  for (const type of types)
    addEventListener(type, passToShield, { capture: true, passive: true });
}
