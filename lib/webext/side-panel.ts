import { browser } from 'wxt/browser';

/** Firefox only. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel for a tab. Needs a user gesture, so call it before the first `await`. */
export async function openSidePanel(tabId: number): Promise<void> {
  const { sidebarAction, sidePanel } = browser as Partial<typeof browser> & WithSidebar;
  if (sidebarAction) await sidebarAction.open();
  else await sidePanel?.open({ tabId });
}
