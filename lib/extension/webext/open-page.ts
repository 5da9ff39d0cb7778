import { browser } from 'wxt/browser';
import type { SiteChoice } from '../../settings/changes.ts';
import { getBrowserText } from './load-language.ts';

const MAX_QUERY_LENGTH = 2000;
/** Matches codes. A code is not personal data, so it may be part of an address in the browser's history. */
const CODE_PATTERN = /^-?\d{1,7}$|^[A-Za-z]+(?:_[A-Za-z\d]+)+$/;

type OpenTarget = 'newForegroundTab' | 'newBackgroundTab' | 'currentTab';

/** Opens the search page with a text. Only a code is part of its address, because the browser's history keeps addresses. */
export async function openSearchPage(
  text: string,
  target: OpenTarget = 'newForegroundTab',
  /** Opens the field for the team's note of the entry. */
  writesNote = false,
): Promise<void> {
  const query = text.trim().slice(0, MAX_QUERY_LENGTH);

  const asks = CODE_PATTERN.test(query)
    ? `q=${query}`
    : `handed=${await storeHandover(query)}`;

  const url = browser.runtime.getURL(
    `/popup.html?${asks}${writesNote ? '&note' : ''}` as '/popup.html',
  );

  if (target === 'currentTab') await browser.tabs.update({ url });
  else
    await browser.tabs.create({ url, active: target === 'newForegroundTab' });
}

/** Opens the popup's page with the text typed after the keyword `errata`. Without suggestions: the background opens no catalogue. */
export function handleOmniboxInput(): void {
  // Firefox for Android has no omnibox API.
  const { omnibox } = browser as Partial<typeof browser>;

  omnibox?.setDefaultSuggestion({
    description: getBrowserText(
      'Explain this code, or search the catalogue for these words',
    ),
  });

  omnibox?.onInputEntered.addListener((text, target) =>
    openSearchPage(text, target),
  );
}

/** Opens the search page in a tab to decode a file, which is handed over as long as this page is open. */
export async function openDecoder(file: File): Promise<void> {
  const id = crypto.randomUUID();
  const channel = new BroadcastChannel(id);

  channel.onmessage = () => channel.postMessage(file);

  await browser.tabs.create({
    url: browser.runtime.getURL(`/popup.html?file=${id}` as '/popup.html'),
  });
}

/** Asks for the file that the search page was opened for. Returns false if it was opened for something else. */
export function requestFile(
  address: string,
  onFile: (file: File) => void,
): boolean {
  const id = new URLSearchParams(address).get('file');
  if (id === null) return false;

  const channel = new BroadcastChannel(id);

  channel.onmessage = ({ data }: MessageEvent<File>) => onFile(data);
  channel.postMessage('ready');

  return true;
}

/** Opens a small extension window that confirms a choice; a tab if the browser has no windows (Firefox for Android). */
export async function openConfirmationWindow(
  choice: SiteChoice,
): Promise<void> {
  const url = browser.runtime.getURL(
    `/options.html?handed=${await storeHandover(JSON.stringify(choice))}` as '/options.html',
  );

  if (browser.windows)
    await browser.windows.create({
      url,
      type: 'popup',
      width: 480,
      height: 320,
    });
  else await browser.tabs.create({ url });
}

type WithSidebar = { sidebarAction?: { open(): Promise<void> } };

/** Opens the side panel for a tab; in a tab if the browser has none (Safari). Needs a user gesture, so call it before the first `await`. */
export async function openSidePanel(tabId: number): Promise<void> {
  const { sidebarAction, sidePanel } = browser as Partial<typeof browser> &
    WithSidebar;

  if (sidebarAction) await sidebarAction.open();
  else if (sidePanel) await sidePanel.open({ tabId });
  else
    await browser.tabs.create({
      url: browser.runtime.getURL('/sidepanel.html'),
    });
}

/** Opens the browser's page for keyboard shortcuts, which an extension cannot change itself. */
export async function openShortcutSettings(): Promise<void> {
  const { commands, tabs } = browser;

  // Firefox has a function for this, Chromium an address.
  const own = commands as typeof commands & {
    openShortcutSettings?: () => Promise<void>;
  };

  if (own.openShortcutSettings) await own.openShortcutSettings();
  else await tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Reads the keys of the commands as the user has set them: `{ 'open-panel': 'Alt+Shift+E' }`. */
export async function readShortcutKeys(): Promise<Record<string, string>> {
  // Firefox for Android has no commands.
  const { commands } = browser as Partial<typeof browser>;
  const all = (await commands?.getAll()) ?? [];

  return Object.fromEntries(
    all.map(({ name = '', shortcut = '' }) => [name, shortcut]),
  );
}

/** Reads the text that an address of the search page refers to. A text in `storage.session` can be read once; null if it is gone. */
export async function readRequestedQuery(
  address: string,
): Promise<string | null> {
  const asks = new URLSearchParams(address);
  const id = asks.get('handed');
  if (id === null) return asks.get('q') ?? '';

  const { session } = browser.storage;
  const text = (await session.get(getHandoverKey(id)))[getHandoverKey(id)];

  await session.remove(getHandoverKey(id));

  return typeof text === 'string' ? text : null;
}

async function storeHandover(text: string): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [getHandoverKey(id)]: text });
  return id;
}

const getHandoverKey = (id: string) => `handed-${id}`;
