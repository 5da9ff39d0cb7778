import { getBrowser } from './get-browser.ts';

/** Event that a newer content script dispatches in a frame. The page can see and dispatch it, without effect. */
const ARRIVED_EVENT = 'errata:arrived';

/** Whether the extension was updated, reloaded or removed under this page. Never throws. */
export function isOrphan(): boolean {
  try {
    return !getBrowser().runtime?.id;
  } catch {
    return true;
  }
}

export function takeOverFromOrphan(): void {
  // An image of the page can have the name of a document's method.
  EventTarget.prototype.dispatchEvent.call(
    document,
    new CustomEvent(ARRIVED_EVENT),
  );
}

/** Calls back once when a newer content script replaces this orphaned one. The page may dispatch the event too. */
export function onTakenOver(leave: () => void): void {
  const end = new AbortController();

  const handleArrival = () => {
    if (!isOrphan()) return;
    end.abort();
    leave();
  };

  EventTarget.prototype.addEventListener.call(
    document,
    ARRIVED_EVENT,
    handleArrival,
    { signal: end.signal },
  );
}
