import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launchWithExtension } from './launch-chromium.ts';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

/** Firefox has one background for all windows. */
describe('a private window of chromium', () => {
  let chromium: Launched;
  let usual: Worker;
  let own: Worker;
  beforeAll(async () => {
    chromium = await launchWithExtension({ extension: BUILD, inPrivate: true });
    usual = await chromium.worker();
    const fresh = chromium.context.waitForEvent('serviceworker');
    await usual.evaluate(
      'chrome.windows.create({ incognito: true }).then(() => null)',
    );
    own = await fresh;
  });
  afterAll(() => chromium?.close());

  const findPage = (part: string) =>
    chromium.context.pages().find((page) => page.url().includes(part));

  /** Dispatches the omnibox event to the worker of one kind of window, and waits for the result page. */
  async function searchByOmnibox(worker: Worker, text: string): Promise<Page> {
    await worker.evaluate(
      `chrome.omnibox.onInputEntered.dispatch('${text}', 'newForegroundTab')`,
    );
    await expect.poll(() => findPage(`q=${text}`)).toBeDefined();
    const page = findPage(`q=${text}`) as Page;
    await expect.poll(() => readShownKey(page)).toBe(`meta/cloud/${text}`);
    return page;
  }
  const readShownKey = (page: Page) =>
    page.evaluate(() =>
      document.querySelector('article')?.getAttribute('data-key'),
    );
  const isPrivate = (context: { evaluate(source: string): Promise<unknown> }) =>
    context.evaluate('chrome.extension.inIncognitoContext');

  test('shows omnibox answers in the private window', async () => {
    expect(await isPrivate(own)).toBe(true);
    const page = await searchByOmnibox(own, '131047');
    expect(await isPrivate(page)).toBe(true);
    await page.close();
  });

  test('has the menu item, like other windows', async () => {
    const item =
      "chrome.contextMenus.update('explain', {}).then(() => 'there', String)";
    for (const worker of [own, usual])
      await expect.poll(() => worker.evaluate(item)).toBe('there');
  });

  test('stores no lookups, unlike other windows', async () => {
    const readStoredLookups = () =>
      usual.evaluate(
        "chrome.storage.local.get('settings').then((all) => all.settings?.recentLookups)",
      );
    const lookUp = async (page: Page, code: string) => {
      await page.getByRole('combobox').fill(code);
      await page.keyboard.press('Enter');
      await expect.poll(() => readShownKey(page)).toBe(`meta/cloud/${code}`);
    };
    /** Leaves the entry, then the query. */
    const leaveAnswer = async (page: Page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    };
    const secret = await searchByOmnibox(own, '131026');
    await leaveAnswer(secret);
    await usual.evaluate(
      'chrome.storage.local.set({ settings: { version: 1, rememberLookups: true, recentLookups: [] } })',
    );
    await expect.poll(readStoredLookups).toEqual([]);
    await lookUp(secret, '131049');
    const open = await searchByOmnibox(usual, '131056');
    expect(await isPrivate(open)).toBe(false);
    await leaveAnswer(open);
    await lookUp(open, '131042');
    await expect.poll(readStoredLookups).toEqual(['meta/cloud/131042']);
    await secret.close();
    await open.close();
  });
});
