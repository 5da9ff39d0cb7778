import { describe, expect, test } from 'vitest';
import type { Tab, TestBrowser } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  findStill,
  MESSAGES,
  testByNight,
} from './in-browsers.ts';

const readShownCodes = () =>
  [...document.querySelectorAll('[data-code]')].map((row) =>
    row.getAttribute('data-code'),
  );

async function onPage(
  browser: TestBrowser,
  path: string,
  work: (tab: Tab) => Promise<void>,
) {
  const tab = await browser.openExtension(path);
  try {
    await work(tab);
  } finally {
    await tab.close();
  }
}

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  describe('popup', () => {
    testByNight(
      'lists the codes of the active page, frames included',
      async () => {
        const page = await open('frames');
        await expectCodes(page, [
          '131047',
          '131026',
          '131049',
          '131000',
          '131051',
        ]);
        await onPage(browser(), 'popup.html', async (tab) => {
          await expect
            .poll(async () => (await tab.run(readShownCodes)).sort())
            .toEqual(['131000', '131026', '131047', '131049', '131051']);
        });
      },
    );

    testByNight(
      'opens with the answer of the provider chosen for the site',
      async () => {
        const setProviders = (providerByHost: object) =>
          browser().inExtension(
            `chrome.storage.local.set({ settings: ${JSON.stringify({ providerByHost })} })`,
          );
        await setProviders({ 'business.facebook.com': 'gupshup' });
        const page = await open('messages');
        await expectCodes(page, MESSAGES);
        await onPage(browser(), 'popup.html?q=1003', async (tab) => {
          await expect
            .poll(() =>
              tab.run(() => document.querySelector('article')?.dataset.key),
            )
            .toMatch(/^gupshup\//);
        });
        await setProviders({});
      },
    );

    testByNight(
      'has its search field focused on open, and searches by words',
      () =>
        onPage(browser(), 'popup.html', async (tab) => {
          await expect
            .poll(() => tab.run(() => document.activeElement?.localName))
            .toBe('input');
          await tab.type('message undeliverable');
          await expect
            .poll(async () => (await tab.run(readShownCodes))[0])
            .toBe('131026');
          await tab.press('Enter');
          await expect
            .poll(() =>
              tab.run(() => document.querySelector('article')?.dataset.key),
            )
            .toBe('meta/cloud/131026');
        }),
    );
  });

  describe('catalogue', () => {
    testByNight('shows the linked entry', () =>
      onPage(browser(), 'catalogue.html#131047', async (tab) => {
        await expect
          .poll(() => tab.run(() => document.body.textContent))
          .toMatch(/re-engagement/i);
        await expect.poll(() => tab.run(readShownCodes)).toContain('131047');
      }),
    );

    test('keeps its position when a search shortens the list', () =>
      onPage(browser(), 'catalogue.html', async (tab) => {
        await expect
          .poll(async () => (await tab.run(readShownCodes)).length)
          .toBeGreaterThan(20);
        const getHeadingLeft = () =>
          document.querySelector('h1')?.getBoundingClientRect().x;
        const before = await tab.run(getHeadingLeft);
        await tab.run(() =>
          document
            .querySelector<HTMLInputElement>('input[type=search]')
            ?.focus(),
        );
        await tab.type('qqzzxxyy');
        await expect.poll(() => tab.run(readShownCodes)).toEqual([]);
        expect(await tab.run(getHeadingLeft)).toBe(before);
      }));
  });

  test('the settings open the browser’s page for shortcuts', () =>
    onPage(browser(), 'options.html', async (tab) => {
      await tab.click(
        await findStill(tab, 'section[aria-labelledby=keys] button'),
      );
      const own =
        browser().name === 'firefox'
          ? 'about:addons'
          : 'chrome://extensions/shortcuts';
      await expect.poll(() => browser().addresses()).toContain(own);
    }));

  test('no page logged an error', async () => {
    expect(await browser().errors()).toEqual([]);
  });
});
