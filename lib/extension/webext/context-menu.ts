import { browser } from 'wxt/browser';
import { recordFailure } from '../../core/diagnostics.ts';
import { getBrowserText } from './load-language.ts';
import { openSearchPage } from './open-page.ts';
import { explainInFrame } from './tab-frames.ts';

export const CONTEXT_MENU_ID = 'explain';
const RETRY_DELAYS_MS = [0, 50, 150];

/**
 * Creates the menu entry after removing that of an earlier version. `removeAll` would also remove the other profile's in Chromium's
 * `incognito: split` mode (since Chromium 91: https://github.com/chunibyocola/sc-translator-crx/issues/20).
 */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.remove(CONTEXT_MENU_ID).catch(() => undefined);

  browser.contextMenus.create({
    id: CONTEXT_MENU_ID,
    contexts: ['selection'],
    title: getBrowserText('Explain this code'),
  });
}

export async function explainSelection(
  text: string,
  {
    tabId,
    frameId = 0,
  }: { tabId: number | undefined; frameId: number | undefined },
): Promise<void> {
  try {
    if (tabId === undefined || tabId < 0)
      throw new Error('The selection is in no tab.');
    await retryWithDelays(() => explainInFrame({ tabId, frameId }, text));
  } catch (error) {
    recordFailure('explain-selection', error);
    await openSearchPage(text);
  }
}

/**
 * Retries after a short pause. Chromium grants `activeTab` for the click, but on a busy machine it may dispatch the click to the service
 * worker first. Chromium 156, no bug known; reproduce: throttle the CPU and choose the entry on a site without access.
 */
async function retryWithDelays(attempt: () => Promise<void>): Promise<void> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }

  await attempt();
}
