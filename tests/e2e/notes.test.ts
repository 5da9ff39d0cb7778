import { expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  hoverCode,
  pressInCard,
} from './in-browsers.ts';
import { readCard } from './read-card.ts';

const NOTE = 'Zebrafish: use template X';
const KEY = 'meta/cloud/131047';

const readCardText = async (tab: Tab) => (await tab.cardTree())?.text ?? '';

describeInBrowsers(BOTH, (open, browser, testInOne) => {
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

  testInOne(
    'a note is written from a card, in a page of Errata, and Ctrl+Enter saves it',
    async () => {
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      await pressInCard(tab, /^More$/);
      await pressInCard(tab, /^Note$/);
      const own = await browser().tabAt('&note');
      await expect
        .poll(() => own.run(() => document.activeElement?.localName))
        .toBe('textarea');
      await own.type(NOTE);
      await own.press('Enter');
      await own.type('and line two');
      await own.press('Control+Enter');
      await expect
        .poll(() =>
          own.run(() => document.querySelector('[role=note]')?.textContent),
        )
        .toContain(`${NOTE}\nand line two`);
      await own.close();
      await tab.move({ x: 2, y: 2 });
      await tab.press('Escape');
      await expectCard(tab, null);
      await hoverCode(tab, '131047');
      await expect.poll(() => readCardText(tab)).toContain(NOTE);
      expect(await tab.run(readCard, ['Zebrafish'])).toEqual([]);
    },
  );
});
