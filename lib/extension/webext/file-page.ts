import { browser } from 'wxt/browser';

/** After a press, browsers allow a file dialog for about five seconds. */
const MAX_WAIT_MS = 4_000;

/**
 * Opens the search page in a tab for a file, with the browser's file dialog. A page may open one only after a press in it.
 * In Chromium, a message from a page that was pressed counts as a press; elsewhere the page shows a button. Call it while
 * the press is handled.
 */
export async function openFilePage(): Promise<void> {
  const id = crypto.randomUUID();
  const { promise: isReady, resolve: onReady } = Promise.withResolvers<void>();

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== id) return;
    port.postMessage('ask');
    onReady();
  });

  // In the background, because the popup closes as soon as another tab comes to the front.
  const { id: tabId } = await browser.tabs.create({
    url: browser.runtime.getURL(`/popup.html?open=${id}` as '/popup.html'),
    active: false,
  });

  setTimeout(onReady, MAX_WAIT_MS);
  await isReady;
  if (tabId !== undefined) await browser.tabs.update(tabId, { active: true });
}

/** Calls a function as soon as it may open the file dialog of a page. */
export type WaitForDialog = (openDialog: () => void) => void;

/** Returns a function that waits until a page, which was opened for a file, is in front. Undefined for other pages. */
export function createDialogWait(address: string): WaitForDialog | undefined {
  const id = new URLSearchParams(address).get('open');
  if (id === null) return undefined;

  return (openDialog) => {
    const port = browser.runtime.connect({ name: id });

    // Nobody waits for a page that is reloaded: reading the error says that this is expected.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);

    port.onMessage.addListener(() => {
      if (!document.hidden) return openDialog();
      document.addEventListener('visibilitychange', openDialog, { once: true });
    });
  };
}
