import { browser } from 'wxt/browser';
import { browserText } from './open-language.ts';
import { openSearch } from './search-page.ts';
import { explainIn } from './tab-frames.ts';

export const MENU_ID = 'explain';
/** Pauses before the next tries. */
const PAUSES_MS = [0, 50, 150];

/**
 * Makes the menu entry, once: what an earlier version left goes first. Not all that there is: private windows of Chromium have an entry of their own,
 * which would go as well.
 */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.remove(MENU_ID).catch(() => undefined);
  browser.contextMenus.create({
    id: MENU_ID,
    contexts: ['selection'],
    title: browserText('Explain this code'),
  });
}

/** Answers where the user is; where no script may go, in a page of our own. */
export async function explainSelection(
  text: string,
  frame: { tabId: number | undefined; frameId: number | undefined },
): Promise<void> {
  const { tabId, frameId = 0 } = frame;
  try {
    if (tabId === undefined || tabId < 0) throw new Error('The selection is in no tab.');
    await persist(() => explainIn({ tabId, frameId }, text));
  } catch {
    await openSearch(text, 'new-tab', 'selected');
  }
}

/** Chromium grants the tab for this one click, and on a busy machine tells the worker of the click first. */
async function persist(attempt: () => Promise<void>): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await attempt();
}
