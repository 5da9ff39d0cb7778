/**
 * Puts this frame's card first in line for the keys: run at the start of the document, before the page can listen on `window`. It does
 * nothing until a card asks for keys. A frame may have it twice, from the manifest and from a grant of the user's: a card takes each key once.
 */
const hear = (event: KeyboardEvent) => globalThis.errataKeys?.(event);
for (const type of ['keydown', 'keypress', 'keyup'] as const) addEventListener(type, hear, true);
