import { afterEach, describe, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import { tabOf } from './chromium.ts';
import {
  BOTH_AT_NIGHT,
  beforeAllInChromium,
  describeInBrowsers,
  hoverCode,
  testByNight,
} from './in-browsers.ts';
import type { Launched } from './launch-chromium.ts';

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  const readText = (tab: Tab) => tab.run(() => document.body.textContent ?? '');
  const chooseLanguage = (tab: Tab, language: string) =>
    tab.run((code) => {
      const select = document.querySelector<HTMLSelectElement>(
        'select:has([value="es"])',
      );
      if (!select) return;
      select.value = code;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, language);

  test('the language chosen in the settings applies to settings, popup and card, independent of the browser’s', async () => {
    const options = await browser().openExtension('options.html');
    await expect.poll(() => readText(options)).toContain('Marks and cards');
    await chooseLanguage(options, 'es');
    await expect.poll(() => readText(options)).toContain('Marcas y tarjetas');
    const popup = await browser().openExtension('popup.html?q=131047');
    await expect
      .poll(() => readText(popup))
      .toContain('Tu turno · Corregir antes');
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await expect
      .poll(async () => (await tab.cardTree())?.text)
      .toContain('Tu turno');
    await chooseLanguage(options, '');
    await expect.poll(() => readText(options)).toContain('Marks and cards');
    await hoverCode(tab, '131026');
    await expect
      .poll(async () => (await tab.cardTree())?.text)
      .toContain("Recipient's turn");
    await popup.close();
    await options.close();
  });

  testByNight(
    'Arabic is right to left in pages and card, and English text keeps its direction',
    async () => {
      await browser().inExtension(
        `chrome.storage.local.set({ settings: { language: 'ar' } })`,
      );
      const catalogue = await browser().openExtension(
        'catalogue.html#twilio/api/30003',
      );
      await expect.poll(() => readText(catalogue)).toContain('دورك');
      const sides = await catalogue.run(() => {
        const list = document
          .querySelector('.entries')
          ?.getBoundingClientRect();
        const entry = document
          .querySelector('.detail')
          ?.getBoundingClientRect();
        return {
          dir: document.documentElement.dir,
          lang: document.documentElement.lang,
          list,
          entry,
        };
      });
      expect(sides).toMatchObject({ dir: 'rtl', lang: 'ar' });
      expect(sides.list?.x ?? 0).toBeGreaterThan(sides.entry?.x ?? 0);
      const meaning = await catalogue.run(
        () =>
          getComputedStyle(document.querySelector('.er-body p') as Element)
            .unicodeBidi,
      );
      expect(meaning).toBe('plaintext');
      await catalogue.close();
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      await expect
        .poll(async () => (await tab.cardTree())?.text)
        .toContain('دورك');
    },
  );
});

describe('chromium with a translator', () => {
  let launched: Launched;
  beforeAllInChromium((shared) => {
    launched = shared;
  });

  test('translates what has no reviewed translation, in pages and cards, and says so', async () => {
    const { context, origin, worker } = launched;
    await (await worker()).evaluate(
      `chrome.storage.local.set({ settings: { language: 'es', autoTranslate: true } })`,
    );
    const page = await context.newPage();
    // Stands in for the browser's, whose language models are downloaded.
    await page.addInitScript(() => {
      const translator = { translate: async (text: string) => `<<${text}>>` };
      const api = {
        availability: async () => 'available',
        create: async () => translator,
      };
      Object.defineProperty(globalThis, 'Translator', { value: api });
    });
    await page.goto(`${origin}/catalogue.html#twilio/api/63021`);
    const readPage = () =>
      page.evaluate(() => document.querySelector('.detail')?.textContent);
    await expect.poll(readPage).toMatch(/<<.*>> ?traducción automática/);
    expect(await readPage()).toContain('63021');

    const site = await context.newPage();
    await site.goto('https://console.twilio.com/us1/logs/messages');
    await site.evaluate(() => {
      document.body.innerHTML =
        '<p style="margin: 300px">Message failed. Error code: 63021</p>';
    });
    const tab = tabOf(context, site);
    await hoverCode(tab, '63021');
    await expect
      .poll(async () => (await tab.cardTree())?.text)
      .toMatch(/<<.*>> ?traducción automática/);
    await site.close();
    await page.close();
  });
});
