import { browser } from 'wxt/browser';

/** Firefox only. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel for a tab; in a tab if the browser has none (Safari). Needs a user gesture, so call it before the first `await`. */
export async function openSidePanel(tabId: number): Promise<void> {
  const { sidebarAction, sidePanel } = browser as Partial<typeof browser> & WithSidebar;
  if (sidebarAction) await sidebarAction.open();
  else if (sidePanel) await sidePanel.open({ tabId });
  else await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
}
