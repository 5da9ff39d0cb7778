import { afterEach, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  MESSAGES,
} from './in-browsers.ts';

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  const storeSettings = (settings: object) =>
    browser().inExtension(
      `chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`,
    );

  async function restPointerOn(tab: Tab, code: string): Promise<void> {
    await expect.poll(() => tab.codes()).toContain(code);
    await tab.move(await tab.pointOf(code));
    await new Promise((opened) => setTimeout(opened, 1_000));
  }

  test('a site can require Shift to open cards by pointer, at once and in open tabs', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await storeSettings({
      bySite: { 'business.facebook.com': { hover: 'key' } },
    });
    await new Promise((heard) => setTimeout(heard, 300));
    await restPointerOn(tab, '131047');
    expect((await tab.card()).state).not.toBe('open');
    await tab.press('Shift');
    await expectCard(tab, '131047');
  });

  test('cards do not open by pointer if that is turned off, but still by keyboard', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await storeSettings({ hover: 'off' });
    await new Promise((heard) => setTimeout(heard, 300));
    await restPointerOn(tab, '131047');
    await tab.press('Shift');
    expect((await tab.card()).state).not.toBe('open');
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131047');
  });

  test('the required certainty, for all sites or one, changes the marks at once', async () => {
    const tab = await open('quiet');
    await expectCodes(tab, ['131047']);
    await storeSettings({ sensitivity: 'more' });
    await expectCodes(tab, ['131000', '131047']);
    await storeSettings({
      sensitivity: 'more',
      bySite: { 'business.facebook.com': { sensitivity: 'normal' } },
    });
    await expectCodes(tab, ['131047']);
  });
});
