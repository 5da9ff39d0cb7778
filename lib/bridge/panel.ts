import { browser } from 'wxt/browser';

/** In Firefox. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel beside a tab. Only from a click or a key, and before anything is waited for. */
export async function openPanel(tabId: number): Promise<void> {
  const { sidebarAction, sidePanel } = browser as Partial<typeof browser> & WithSidebar;
  if (sidebarAction) await sidebarAction.open();
  else await sidePanel?.open({ tabId });
}
