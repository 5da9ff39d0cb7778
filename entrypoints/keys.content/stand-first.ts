/**
 * Puts this frame's card first in line for the keys: run at the start of the document, before the page can listen on `window`. It does
 * nothing until a card asks for keys. In no function, as a browser reads each that is called a second time.
 */
const hear = (event: KeyboardEvent) => {
  for (const handler of [...(globalThis.errataKeys ?? [])]) {
    handler(event);
    if (event.cancelBubble) return;
  }
};
window.addEventListener('keydown', hear, true);
window.addEventListener('keypress', hear, true);
window.addEventListener('keyup', hear, true);
