import { afterEach, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import { BOTH, expectCard, expectCodes, inBrowsers, MESSAGES } from './in-browsers.ts';

inBrowsers(BOTH, (open, browser) => {
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  const wish = (settings: object) =>
    browser().inExtension(`chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`);

  async function restOn(tab: Tab, code: string): Promise<void> {
    await expect.poll(() => tab.codes()).toContain(code);
    await tab.move(await tab.pointOf(code));
    await new Promise((opened) => setTimeout(opened, 1_000));
  }

  test('a card opens by the pointer with Shift alone where the site is set so, at once and in open tabs', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await wish({ bySite: { 'business.facebook.com': { hover: 'key' } } });
    await new Promise((heard) => setTimeout(heard, 300));
    await restOn(tab, '131047');
    expect((await tab.card()).state).not.toBe('open');
    await tab.press('Shift');
    await expectCard(tab, '131047');
  });

  test('no card opens by the pointer where it is switched off, and the keys still open one', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await wish({ hover: 'off' });
    await new Promise((heard) => setTimeout(heard, 300));
    await restOn(tab, '131047');
    await tab.press('Shift');
    expect((await tab.card()).state).not.toBe('open');
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131047');
  });

  test('how sure a code must be is said for all sites or for one, and changes the marks at once', async () => {
    const tab = await open('quiet');
    await expectCodes(tab, ['131047']);
    await wish({ sensitivity: 'more' });
    await expectCodes(tab, ['131000', '131047']);
    await wish({ sensitivity: 'more', bySite: { 'business.facebook.com': { sensitivity: 'normal' } } });
    await expectCodes(tab, ['131047']);
  });
});
