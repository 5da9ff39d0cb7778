import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launchWithExtension } from './launch-chromium.ts';
import { pageAt } from './serve-pages.ts';
import { openToolbarPopup, type ToolbarPopup } from './toolbar-popup.ts';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

// The popup as the toolbar button opens it; the other tests open its page in a tab.
describe('chromium toolbar popup', () => {
  let launched: Launched;
  let popup: ToolbarPopup;
  beforeAll(async () => {
    launched = await launchWithExtension({ extension: BUILD });
    await launched.context.route(/^https?:/, async (route) =>
      route.fulfill(await pageAt(route.request().url())),
    );
    const page = await launched.context.newPage();
    await page.goto('https://business.facebook.com/wa/frames/');
    popup = await openToolbarPopup(launched, page.url());
  });
  afterAll(() => launched?.close());

  test('lists the codes of its tab', async () => {
    const codes = () =>
      popup.run<string[]>(
        '[...document.querySelectorAll("[data-code]")].map((row) => row.dataset.code).sort()',
      );
    await expect.poll(codes).toEqual(['131000', '131026', '131047', '131049', '131051']);
  });

  test('has its search field focused, and finds', async () => {
    expect(await popup.run('document.activeElement.getAttribute("role")')).toMatch(/combobox|searchbox/);
    await popup.type('message undeliverable');
    await expect.poll(() => popup.run('document.querySelector("[data-code]")?.dataset.code')).toBe('131026');
  });

  test('scrolls within itself and not as a whole', async () => {
    await expect
      .poll(() => popup.run('document.documentElement.scrollHeight - innerHeight'))
      .toBeLessThanOrEqual(0);
    expect(await popup.run('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
