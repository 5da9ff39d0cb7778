import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launchWithExtension } from './launch-chromium.ts';
import { pageAt } from './serve-pages.ts';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

// The browser stops the worker when it likes, but a debugger keeps it awake. So here is a build whose worker never answers.
describe('chromium with a dead worker and no network', () => {
  const extension = mkdtempSync(join(tmpdir(), 'errata-dead-worker-'));
  let launched: Launched;
  let popup: Page;
  beforeAll(async () => {
    cpSync(BUILD, extension, { recursive: true });
    writeFileSync(join(extension, 'background.js'), '');
    launched = await launchWithExtension({ extension });
    const { context, origin } = launched;
    await context.route(/^https?:/, async (route) => route.fulfill(await pageAt(route.request().url())));
    const page = await context.newPage();
    await page.goto('https://business.facebook.com/wa/frames/');
    await page.waitForLoadState('load');
    await context.setOffline(true);
    popup = await context.newPage();
    await popup.goto(`${origin}/popup.html`);
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  const shown = () =>
    popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-code]')].map((row) => row.dataset.code),
    );

  test('the page has no marks, and the popup says nothing wrong of it', async () => {
    await expect.poll(() => popup.evaluate(() => document.body.textContent)).not.toContain('Reading');
    expect(await shown()).toEqual([]);
  });

  test('the popup finds and explains', async () => {
    await popup.keyboard.type('131042');
    await expect.poll(async () => (await shown())[0]).toBe('131042');
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain('Your turn');
  });
});
