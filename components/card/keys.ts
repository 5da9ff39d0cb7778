type Handler = (event: KeyboardEvent) => void;

const TYPES = ['keydown', 'keypress', 'keyup'] as const;

/**
 * Hears the keys of a window until the signal: before the page's own listeners where `keys.js` stands there, else in the
 * order of registration.
 */
export function hearKeys(view: Window, handler: Handler, signal: AbortSignal): void {
  const heard = new WeakSet<Event>();
  const hear: Handler = (event) => {
    if (heard.has(event)) return;
    heard.add(event);
    handler(event);
  };
  const handlers = handlersOf(view);
  handlers.add(hear);
  signal.addEventListener('abort', () => handlers.delete(hear));
  // Where `keys.js` does not run, or `document.open()` took its listeners away.
  for (const type of TYPES) view.addEventListener(type, hear, { capture: true, signal });
}

/** Firefox keeps the globals of content scripts apart from the window, and shows those of no other frame. */
function handlersOf(view: Window): Set<Handler> {
  const scope = view === window ? globalThis : (view as Window & Pick<typeof globalThis, 'errataKeys'>);
  scope.errataKeys ??= dispatcherOf(new Set());
  return scope.errataKeys.handlers;
}

/** Passes a key to each handler, until one handles it. */
function dispatcherOf(handlers: Set<Handler>): NonNullable<typeof globalThis.errataKeys> {
  const tell = (event: KeyboardEvent) => {
    for (const handler of [...handlers]) {
      handler(event);
      if (event.cancelBubble) return;
    }
  };
  return Object.assign(tell, { handlers });
}
