import { browser } from 'wxt/browser';

const MAX_QUERY = 2000;

/** Where a page opens: in a tab of its own, there but behind, or in the tab in front. */
export type Place = 'new-tab' | 'behind' | 'here';

/** Opens the search as a page, with this text in it. */
export async function openSearch(text: string, place: Place = 'new-tab'): Promise<void> {
  const query = encodeURIComponent(text.trim().slice(0, MAX_QUERY));
  const url = browser.runtime.getURL(`/popup.html?q=${query}` as '/popup.html');
  if (place === 'here') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: place === 'new-tab' });
}
