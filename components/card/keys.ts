type Handler = (event: KeyboardEvent) => void;

const TYPES = ['keydown', 'keypress', 'keyup'] as const;

/** Listens until the signal aborts: before the page if `keys.js` runs in that frame, otherwise in the order of registration. */
export function listenToKeys(view: Window, handler: Handler, signal: AbortSignal): void {
  const heard = new WeakSet<Event>();
  const handleOnce: Handler = (event) => {
    if (heard.has(event)) return;
    heard.add(event);
    handler(event);
  };
  const handlers = getHandlers(view);
  handlers.add(handleOnce);
  signal.addEventListener('abort', () => handlers.delete(handleOnce));
  // For frames without `keys.js`, and after `document.open()`, which removes its listeners.
  for (const type of TYPES) view.addEventListener(type, handleOnce, { capture: true, signal });
}

/** Firefox hides globals of other frames (https://firefox-source-docs.mozilla.org/dom/scriptSecurity/xray_vision.html). */
function getHandlers(view: Window): Set<Handler> {
  const scope = view === window ? globalThis : (view as Window & Pick<typeof globalThis, 'errataKeys'>);
  scope.errataKeys ??= createDispatcher(new Set());
  return scope.errataKeys.handlers;
}

/** Passes a key to each handler until one stops its propagation. */
function createDispatcher(handlers: Set<Handler>): NonNullable<typeof globalThis.errataKeys> {
  const tell = (event: KeyboardEvent) => {
    for (const handler of [...handlers]) {
      handler(event);
      if (event.cancelBubble) return;
    }
  };
  return Object.assign(tell, { handlers });
}
