import { browser } from 'wxt/browser';
import type { SiteChoice } from '../settings/changes.ts';

const MAX_QUERY = 2000;
/** A code tells nothing of a person: it may stand in the browser's history. */
const CODE = /^-?\d{1,7}$|^[A-Za-z]+(?:_[A-Za-z\d]+)+$/;

/** Where a page opens: in a tab of its own, there but behind, or in the tab in front. */
export type Place = 'new-tab' | 'behind' | 'here';

/**
 * Opens the search as a page, with this text in it. What is no code is handed over in memory, as an address is remembered.
 *
 * @param as `selected`: it is a text to find a code in, and its words are no query.
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

/** Asks for a choice in a small window of our own, or in a tab where there are no windows. */
export async function openQuestion(choice: SiteChoice): Promise<void> {
  const url = browser.runtime.getURL(
    `/options.html?handed=${await hand(JSON.stringify(choice))}` as '/options.html',
  );
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 480, height: 320 });
  else await browser.tabs.create({ url });
}

/** What the address of the search asks for. A text that was handed over is there once: null where it has gone. */
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
