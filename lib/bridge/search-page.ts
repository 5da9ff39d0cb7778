import { browser } from 'wxt/browser';

const MAX_QUERY = 2000;

/** Opens the search as a page, with this text in it. */
export async function openSearch(text: string): Promise<void> {
  const query = encodeURIComponent(text.trim().slice(0, MAX_QUERY));
  await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?q=${query}` as '/popup.html') });
}
