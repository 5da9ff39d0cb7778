import { expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  hoverCode,
} from './in-browsers.ts';
import { readCard } from './read-card.ts';

const NOTE = 'Zebrafish: use template X';
const KEY = 'meta/cloud/131047';

const readCardText = async (tab: Tab) => (await tab.cardTree())?.text ?? '';

describeInBrowsers(BOTH, (open, browser) => {
  test('a team note is in the card, unreadable for the page', async () => {
    await browser().inExtension(
      `chrome.storage.local.set({ settings: { notes: ${JSON.stringify({ [KEY]: NOTE })} } })`,
    );
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await expectCard(tab, '131047');
    await expect
      .poll(() => readCardText(tab))
      .toContain(browser().name === 'firefox' ? 'Open note' : NOTE);
    expect(await tab.run(readCard, ['Zebrafish'])).toEqual([]);
    // A note deleted elsewhere is missing from the next card.
    await browser().inExtension('chrome.storage.local.set({ settings: {} })');
    await tab.press('Escape');
    // The search has scrolled the page.
    await tab.run(() => scrollTo(0, 0));
    await tab.move({ x: 2, y: 2 });
    await hoverCode(tab, '131047');
    await expectCard(tab, '131047');
    await expect.poll(() => readCardText(tab)).not.toContain('Your team');
  });
});
