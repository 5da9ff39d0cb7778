import { extension } from './extension.ts';

/** Event that a newer content script dispatches in a frame. The page can see and dispatch it, without effect. */
const ARRIVED = 'errata:arrived';

/** Whether the extension was updated, reloaded or removed under this page. Never throws. */
export function isOrphan(): boolean {
  try {
    return !extension().runtime?.id;
  } catch {
    return true;
  }
}

/** Makes the orphaned content script of an earlier version shut down in this frame. */
export function replaceOrphan(): void {
  document.dispatchEvent(new CustomEvent(ARRIVED));
}

/**
 * Calls back once when a newer content script replaces this orphaned one. Ignores the event while the extension is still connected, since
 * the page may dispatch it.
 */
export function onReplaced(leave: () => void): void {
  const arrived = () => {
    if (!isOrphan()) return;
    document.removeEventListener(ARRIVED, arrived);
    leave();
  };
  document.addEventListener(ARRIVED, arrived);
}
