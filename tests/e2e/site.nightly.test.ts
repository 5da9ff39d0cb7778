import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../build/browsers.ts';
import { buildSite } from '../../publish/site/build-site.ts';

const SITE = 'http://acme.example/errata/';
const PAGES = [
  '',
  'meta/',
  'meta/cloud/',
  'twilio/',
  'code/1003.html',
  'meta/cloud/131047.html',
  'audit/',
  'words/',
];

let browser: Browser;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'errata-site-'));
  await buildSite(folder, SITE, []);
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS],
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function openContext(options: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext(options);
  await context.route(`${SITE}**`, (route) => {
    const path = decodeURIComponent(
      new URL(route.request().url()).pathname,
    ).replace('/errata/', '');
    return route.fulfill({
      path: join(folder, path.replace(/(^|\/)$/, '$1index.html')),
    });
  });
  return context;
}

test.each(['light', 'dark'] as const)(
  'has no axe violation and scrolls only vertically, %s',
  async (colorScheme) => {
    for (const width of [320, 1280]) {
      const context = await openContext({
        colorScheme,
        viewport: { width, height: 800 },
      });
      for (const path of PAGES) {
        const page = await context.newPage();
        await page.goto(SITE + path);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
        expect(violations, `${path} at ${width} px`).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
        ).toBeLessThanOrEqual(width);
        await page.close();
      }
      await context.close();
    }
  },
);

test('is readable without scripts, and its folds open', async () => {
  const context = await openContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${SITE}meta/cloud/131047.html`);
  expect(await page.locator('search').isVisible()).toBe(false);
  await page.getByText('Confirmed by Meta').click();
  expect(
    await page.getByText('Why Errata uses this meaning:').isVisible(),
  ).toBe(true);
  await page.getByText('Related:').click();
  await page.locator('a.er-link:visible').last().click();
  await page.waitForURL((url) => url.href !== `${SITE}meta/cloud/131047.html`);
  expect(await page.locator('h1').count()).toBe(1);
  await context.close();
});

test('searches like the popup while typing; the arrow keys enter the results, and Enter opens the first', async () => {
  const context = await openContext({});
  const page = await context.newPage();
  await page.goto(`${SITE}twilio/`);
  await page.getByRole('searchbox').fill('24 hour window');
  await page.locator('search li').first().waitFor();
  for (const [key, role] of [
    ['ArrowDown', 'link'],
    ['ArrowUp', 'searchbox'],
  ] as const) {
    await page.keyboard.press(key);
    expect(
      await page
        .locator('search')
        .getByRole(role)
        .first()
        .evaluate((one) => one.matches(':focus')),
    ).toBe(true);
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(`${SITE}meta/cloud/131047.html`);
  await context.close();
});

test('a number loads no words, which the first letter loads', async () => {
  const context = await openContext({});
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const hasWords = () => loaded.some((url) => url.includes('words'));
  await page.goto(`${SITE}twilio/`);
  await page.getByRole('searchbox').fill('131047');
  expect(await page.locator('search li').first().textContent()).toContain(
    'Re-engagement message',
  );
  expect(hasWords()).toBe(false);
  await page.getByRole('searchbox').fill('window');
  await page.locator('search li').filter({ hasText: '131047' }).waitFor();
  expect(hasWords()).toBe(true);
  await context.close();
});

test('two builds are byte-equal', async () => {
  const again = mkdtempSync(join(tmpdir(), 'errata-site-'));
  await buildSite(again, SITE, []);
  for (const path of [
    'index.html',
    'meta/cloud/131047.html',
    'site.css',
    'site.js',
    'sitemap.xml',
    'feed.xml',
  ])
    expect(
      readFileSync(join(again, path)).equals(readFileSync(join(folder, path))),
      path,
    ).toBe(true);
  rmSync(again, { recursive: true });
});
