const TYPES = ['keydown', 'keypress', 'keyup'] as const;

/**
 * Puts this frame's card first in line for the keys: run at the start of the document, before the page can listen on `window`.
 * It does nothing until a card asks for keys through `globalThis.errataKeys`.
 */
export function standFirstForKeys(): void {
  if (globalThis.errataKeys) return;
  const handlers = new Set<(event: KeyboardEvent) => void>();
  const hear = (event: KeyboardEvent) => {
    for (const handler of [...handlers]) {
      handler(event);
      if (event.cancelBubble) return;
    }
  };
  // The same listener twice is once. After `document.open()`, which takes it away, it is there again.
  const listen = () => {
    for (const type of TYPES) window.addEventListener(type, hear, true);
  };
  globalThis.errataKeys = { handlers, listen };
  listen();
}
