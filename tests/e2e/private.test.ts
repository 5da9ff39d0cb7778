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
    await usual.evaluate('chrome.windows.create({ incognito: true }).then(() => null)');
    own = await fresh;
  });
  afterAll(() => chromium?.close());

  const find = (part: string) => chromium.context.pages().find((page) => page.url().includes(part));

  /** Dispatches the omnibox event to the worker of one kind of window, and waits for the result page. */
  async function ask(worker: Worker, text: string): Promise<Page> {
    await worker.evaluate(`chrome.omnibox.onInputEntered.dispatch('${text}', 'newForegroundTab')`);
    await expect.poll(() => find(`q=${text}`)).toBeDefined();
    const page = find(`q=${text}`) as Page;
    await expect.poll(() => shown(page)).toBe(`meta/cloud/${text}`);
    return page;
  }
  const shown = (page: Page) =>
    page.evaluate(() => document.querySelector('article')?.getAttribute('data-key'));
  const isPrivate = (context: { evaluate(source: string): Promise<unknown> }) =>
    context.evaluate('chrome.extension.inIncognitoContext');

  test('has the answer to the address bar in itself', async () => {
    expect(await isPrivate(own)).toBe(true);
    const page = await ask(own, '131047');
    expect(await isPrivate(page)).toBe(true);
    await page.close();
  });

  test('has the item of the menu, and so have the others', async () => {
    const item = "chrome.contextMenus.update('explain', {}).then(() => 'there', String)";
    for (const worker of [own, usual]) await expect.poll(() => worker.evaluate(item)).toBe('there');
  });

  test('keeps nothing that is looked up, and other windows do', async () => {
    const kept = () =>
      usual.evaluate("chrome.storage.local.get('settings').then((all) => all.settings?.recent)");
    const lookUp = async (page: Page, code: string) => {
      await page.getByRole('combobox').fill(code);
      await page.keyboard.press('Enter');
      await expect.poll(() => shown(page)).toBe(`meta/cloud/${code}`);
    };
    /** Leaves the entry, then the query. */
    const leave = async (page: Page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    };
    const secret = await ask(own, '131026');
    await leave(secret);
    await usual.evaluate('chrome.storage.local.set({ settings: { recent: { on: true, list: [] } } })');
    await expect.poll(kept).toEqual({ on: true, list: [] });
    await lookUp(secret, '131049');
    const open = await ask(usual, '131056');
    expect(await isPrivate(open)).toBe(false);
    await leave(open);
    await lookUp(open, '131042');
    await expect.poll(kept).toEqual({ on: true, list: ['meta/cloud/131042'] });
    await secret.close();
    await open.close();
  });
});
