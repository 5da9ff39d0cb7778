import { browser } from 'wxt/browser';
import { explainIn } from './frames.ts';
import { openSearch } from './search-page.ts';

export const MENU_ID = 'explain';

/** Makes the menu entry, once: what an earlier version left goes first. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_ID, contexts: ['selection'], title: 'Explain this code' });
}

/** Answers where the user is; where no script may go, in a page of our own. */
export async function explainSelection(
  text: string,
  frame: { tabId: number | undefined; frameId: number | undefined },
): Promise<void> {
  const { tabId, frameId = 0 } = frame;
  try {
    if (tabId === undefined || tabId < 0) throw new Error('The selection is in no tab.');
    const there = { tabId, frameId };
    // Chromium grants the tab for this one click, and at times tells the worker of the click first.
    await explainIn(there, text).catch(() => explainIn(there, text));
  } catch {
    await openSearch(text);
  }
}
