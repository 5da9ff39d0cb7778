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
  document.dispatchEvent(new CustomEvent(ARRIVED_EVENT));
}

/** Calls back once when a newer content script replaces this orphaned one. The page may dispatch the event too. */
export function onTakenOver(leave: () => void): void {
  const handleArrival = () => {
    if (!isOrphan()) return;
    document.removeEventListener(ARRIVED_EVENT, handleArrival);
    leave();
  };

  document.addEventListener(ARRIVED_EVENT, handleArrival);
}
