import { recordAndReturn } from '../../lib/core/diagnostics.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';

/** Never runs work twice at once: a call during a run starts one more afterwards. The promise resolves when no run is left. */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function runUntilUpToDate(): Promise<void> {
    do {
      again = false;
      await work();
    } while (again);
  }

  return () => {
    again = true;

    running ??= runUntilUpToDate().finally(() => {
      running = null;
    });

    return running;
  };
}

/** Polling interval while the page is being read: frames send a message when their codes change, but not when the reading ends. */
const POLL_INTERVAL_MS = 400;

/** Shows the page in front, and polls while it is being read. Returns a function that reads it now. */
export function watchTabPage(
  read: () => Promise<TabPage | null>,
  show: (page: TabPage | null) => void,
) {
  let again: ReturnType<typeof setTimeout> | undefined;

  const look = coalesce(async () => {
    clearTimeout(again);
    const page = await read().catch(recordAndReturn('read-tab', null));
    show(page);
    if (page?.isReading) again = setTimeout(look, POLL_INTERVAL_MS);
  });

  return look;
}
