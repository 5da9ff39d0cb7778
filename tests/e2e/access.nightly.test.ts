import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../build/browsers.ts';
import { tabOf } from './chromium.ts';
import { expectCodes, MESSAGES } from './in-browsers.ts';
import {
  createDeveloperProfile,
  EXTENSION_SETTINGS,
  type Launched,
  launchWithExtension,
} from './launch-chromium.ts';
import { respondWithPage } from './serve-pages.ts';

// Changes of access on chrome://extensions. Only Chromium lets a test operate that page.

const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3');
const CONSOLE = 'https://business.facebook.com/wa/messages/';

let launched: Launched;
let settings: Page;

beforeAll(async () => {
  launched = await launchWithExtension({ extension: EXTENSION });
  await launched.context.route(/^https?:/, async (route) =>
    route.fulfill(await respondWithPage(route.request().url())),
  );
  settings = await launched.context.newPage();
  await settings.goto(EXTENSION_SETTINGS);
});
afterAll(() => launched?.close());

/** Returns the badge texts of all tabs. */
const readBadges = async () =>
  (await launched.worker()).evaluate(`chrome.tabs.query({}).then(async (tabs) =>
    (await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })))).join(''))`);

/** Returns the last line of the popup or side panel, opened for a page. */
async function readSiteLine(where = 'popup.html'): Promise<string> {
  const popup = await launched.context.newPage();
  await popup.goto(`${launched.origin}/${where}`);
  const line = popup.locator('#site-state');
  await expect.poll(() => line.textContent()).toMatch(/\w/);
  const text = await line.textContent();
  await popup.close();
  return text ?? '';
}

test('a console whose access was revoked and granted again is marked at once, without a reload', async () => {
  const id = new URL(launched.origin).host;
  const before = await launched.context.newPage();
  await before.goto(CONSOLE);
  await expectCodes(tabOf(launched.context, before), MESSAGES);
  await expect.poll(readBadges).toBe('6');
  await settings.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', hostAccess: 'ON_CLICK' })`,
  );
  await expectCodes(tabOf(launched.context, before), []);
  await expect.poll(readBadges).toBe('');
  await before.bringToFront();
  expect(await readSiteLine('sidepanel.html')).toBe(
    'The browser blocks Errata on business.facebook.com.',
  );
  const own = await launched.context.newPage();
  await own.goto(`${launched.origin}/options.html`);
  const readOwnText = () => own.locator('main').textContent();
  await expect.poll(readOwnText).toContain('The browser blocks Errata on all');
  const page = await launched.context.newPage();
  const tab = tabOf(launched.context, page);
  await page.goto(CONSOLE);
  await page.bringToFront();
  // The extension does not know the address of a tab on which the toolbar button was not clicked.
  expect(await readSiteLine()).toContain('open Errata from the toolbar there');

  await settings.evaluate(
    `chrome.developerPrivate.addHostPermission('${id}', 'https://business.facebook.com/*')`,
  );
  await expectCodes(tab, MESSAGES);
  await expectCodes(tabOf(launched.context, before), MESSAGES);
  await expect
    .poll(readOwnText)
    .not.toMatch(/on all|WhatsApp Manager.* No codes are marked there/);
  await page.bringToFront();
  expect(await readSiteLine()).toBe('Active on business.facebook.com');
});

// Branded Chrome ignores --load-extension since version 137 (https://github.com/SeleniumHQ/selenium/issues/15788).
test.skipIf(!process.env.NIGHTLY || /google/i.test(findChromium()))(
  'a site that was added is there again after a restart',
  async () => {
    const profile = createDeveloperProfile();
    const startBrowser = async () => {
      const started = await launchWithExtension({
        extension: EXTENSION,
        profile,
      });
      await started.context.route(/^https?:/, async (route) =>
        route.fulfill(await respondWithPage(route.request().url())),
      );
      return started;
    };
    const readCodesAt = async ({ context }: Launched) => {
      const page = await context.newPage();
      await page.goto('https://crm.example/wa/messages/');
      await expectCodes(tabOf(context, page), MESSAGES);
    };
    try {
      const first = await startBrowser();
      const own = await first.context.newPage();
      await own.goto(EXTENSION_SETTINGS);
      const id = new URL(first.origin).host;
      await own.evaluate(
        `chrome.developerPrivate.addHostPermission('${id}', 'https://crm.example/*')`,
      );
      await own.goto(`${first.origin}/options.html`);
      await own.evaluate(
        `addEventListener('click', () => chrome.permissions.request({ origins: ['https://crm.example/*'] }))`,
      );
      await own.mouse.click(5, 5);
      await readCodesAt(first);
      await first.close();
      const second = await startBrowser();
      await readCodesAt(second);
      await second.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  },
);
