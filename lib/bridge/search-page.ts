import { browser } from 'wxt/browser';
import type { SiteChoice } from '../settings/changes.ts';

const MAX_QUERY = 2000;
/** Matches codes. A code is not personal data, so it may be part of an address in the browser's history. */
const CODE = /^-?\d{1,7}$|^[A-Za-z]+(?:_[A-Za-z\d]+)+$/;

/** Where a page opens: in a new tab, in a new background tab, or in the active tab. */
export type Place = 'new-tab' | 'behind' | 'here';

/**
 * Opens the search page with a text. Anything but a code is passed through `storage.session`, because the browser's history keeps
 * addresses.
 *
 * @param as `selected`: find a code in the text instead of searching for its words.
 */
export async function openSearch(
  text: string,
  place: Place = 'new-tab',
  as: 'handed' | 'selected' = 'handed',
): Promise<void> {
  const query = text.trim().slice(0, MAX_QUERY);
  const asks = CODE.test(query) ? `q=${query}` : `${as}=${await hand(query)}`;
  const url = browser.runtime.getURL(`/popup.html?${asks}` as '/popup.html');
  if (place === 'here') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: place === 'new-tab' });
}

/** Opens a small extension window that confirms a choice; a tab if the browser has no windows (Firefox for Android). */
export async function openQuestion(choice: SiteChoice): Promise<void> {
  const url = browser.runtime.getURL(
    `/options.html?handed=${await hand(JSON.stringify(choice))}` as '/options.html',
  );
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 480, height: 320 });
  else await browser.tabs.create({ url });
}

/** Reads the text that an address of the search page refers to. A text in `storage.session` can be read once; null if it is gone. */
export async function readAsked(address: string): Promise<string | null> {
  const asks = new URLSearchParams(address);
  const id = asks.get('handed') ?? asks.get('selected');
  if (id === null) return asks.get('q') ?? '';
  const { session } = browser.storage;
  const text = (await session.get(keyOf(id)))[keyOf(id)];
  await session.remove(keyOf(id));
  return typeof text === 'string' ? text : null;
}

async function hand(text: string): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: text });
  return id;
}

const keyOf = (id: string) => `handed-${id}`;
