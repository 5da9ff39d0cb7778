import type { EarlyKeys } from '../../lib/page/page-api.ts';

const TYPES = ['keydown', 'keypress', 'keyup'] as const;

/**
 * Hears the keys of a window until the signal: before the page's own listeners where `keys.content.ts` stands there, else in the
 * order of registration.
 */
export function hearKeys(view: Window, handler: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const early = earlyKeysOf(view);
  if (!early) {
    for (const type of TYPES) view.addEventListener(type, handler, { capture: true, signal });
    return;
  }
  early.listen();
  early.handlers.add(handler);
  signal.addEventListener('abort', () => early.handlers.delete(handler));
}

/** Firefox keeps the globals of content scripts apart from the window, and shows those of no other frame. */
function earlyKeysOf(view: Window): EarlyKeys | undefined {
  return view === window ? globalThis.errataKeys : (view as Window & { errataKeys?: EarlyKeys }).errataKeys;
}
