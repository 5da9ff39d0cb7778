import { extension } from './extension.ts';

/** Sent in a frame when a script of a newer version has come. The page sees it, and can do nothing with it. */
const ARRIVED = 'errata:arrived';

/** The extension was updated, reloaded or removed under this page. */
export function isOrphan(): boolean {
  try {
    return !extension().runtime?.id;
  } catch {
    return true;
  }
}

/** Makes the orphaned script of an earlier version leave this frame. */
export function replaceOrphan(): void {
  document.dispatchEvent(new CustomEvent(ARRIVED));
}

/** Calls back once when a newer script has come and this one is an orphan; a page that sends the event moves nothing. */
export function onReplaced(leave: () => void): void {
  const arrived = () => {
    if (!isOrphan()) return;
    document.removeEventListener(ARRIVED, arrived);
    leave();
  };
  document.addEventListener(ARRIVED, arrived);
}
