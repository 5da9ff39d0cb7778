/**
 * Puts this frame's card first in line for the keys: run at the start of the document, before the page can listen on `window`. It does
 * nothing until a card asks for keys.
 */
const hear = (event: KeyboardEvent) => globalThis.errataKeys?.(event);
window.addEventListener('keydown', hear, true);
window.addEventListener('keypress', hear, true);
window.addEventListener('keyup', hear, true);
