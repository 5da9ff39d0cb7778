import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestBrowser } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { type Display, HAS_DISPLAY, startDisplay } from './display.ts';
import { expectCard } from './in-browsers.ts';
import { selectText } from './in-page.ts';

// The browser's native menu with a real pointer: the only way in which Chromium grants `activeTab` access.
describe.skipIf(!HAS_DISPLAY)(
  'chromium with its own menu and address bar',
  () => {
    let display: Display;
    let browser: TestBrowser;
    beforeAll(async () => {
      display = await startDisplay();
      browser = await launchChromium({ display });
    });
    afterAll(async () => {
      await browser?.close();
      display?.close();
    });

    test('explains a selection on a site without access', async () => {
      const tab = await browser.open('other-site', {
        base: 'https://forum.example/',
      });
      await tab.run(selectText, '131047');
      await browser.chooseExplain(tab);
      await expectCard(tab, '131047', expect.stringMatching(/open|pinned/));
      expect((await tab.cardTree())?.text).toMatch(/re-engagement/i);
    });

    test('says so where the selection holds no code', async () => {
      const tab = await browser.open('other-site', {
        base: 'https://forum.example/',
      });
      await tab.run(selectText, 'lunch');
      await browser.chooseExplain(tab);
      await expect
        .poll(async () => (await tab.cardTree())?.text ?? '')
        .toMatch(/no code number found.*possible, 15/i);
    });

    test('the omnibox answers like the popup', async () => {
      await browser.open('other-site', { base: 'https://forum.example/' });
      const address = 'popup.html?q=131047';
      await display.enter(['errata ', '131047'], async () =>
        (await browser.addresses()).some((one) => one.includes(address)),
      );
      const page = await browser.tabAt(address);
      const readShownKey = () =>
        page.run(() => document.querySelector('article')?.dataset.key ?? null);
      await expect.poll(readShownKey).toBe('meta/cloud/131047');
    });
  },
);
