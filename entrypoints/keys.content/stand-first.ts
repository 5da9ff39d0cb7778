/**
 * Puts this frame's card first in line for the keys: run at the start of the document, before the page can listen on `window`. It does
 * nothing until a card asks for keys. `keypress` does not come where `keydown` was prevented; for what is typed into a card it is heard
 * from there on, as each listener makes every start a sixth longer.
 */
const hear = (event: KeyboardEvent) => globalThis.errataKeys?.(event);
addEventListener('keydown', hear, true);
addEventListener('keyup', hear, true);
