import { join } from 'node:path';
import type { FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../lib/core/i18n/languages.ts';
import { takeNthByDay } from '../by-day.ts';
import { STEP_MS } from '../patience.ts';
import { tabOf } from './chromium.ts';
import { expectCodes, MESSAGES, testByNight } from './in-browsers.ts';
import {
  EXTENSION_SETTINGS,
  type Launched,
  launchWithExtension,
} from './launch-chromium.ts';
import { respondWithPage } from './serve-pages.ts';
import {
  attachTo,
  openToolbarPopup,
  type ToolbarPopup,
} from './toolbar-popup.ts';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

// The popup as the toolbar button opens it. The other tests open its page in a tab.
describe('chromium toolbar popup', () => {
  let launched: Launched;
  let popup: ToolbarPopup;
  const readFooter = () =>
    popup.run<string>('document.querySelector("footer")?.textContent ?? ""');
  const readCodesIn = (shown: ToolbarPopup) =>
    shown.run<string[]>(
      '[...document.querySelectorAll("[data-code]")].map((row) => row.dataset.code).sort()',
    );
  let page: Page;
  /** Opens the popup over a page, in the tab of the page before. */
  async function openOn(url: string) {
    await page.goto(url);
    await page.bringToFront();
    popup = await openToolbarPopup(launched, page.url());
    return tabOf(launched.context, page);
  }
  beforeAll(async () => {
    launched = await launchWithExtension({ extension: BUILD });
    await launched.context.route(/^https?:/, async (route) =>
      route.fulfill(await respondWithPage(route.request().url())),
    );
    page = await launched.context.newPage();
    await openOn('https://business.facebook.com/wa/messages/');
  });
  afterAll(() => launched?.close());

  const countCutRows = () =>
    popup.run<number>(`(() => {
      const main = document.querySelector('main');
      const end = main.getBoundingClientRect().top + main.clientHeight;
      const rows = [...main.querySelectorAll('[role="option"], .list-heading, nav')].map((row) => row.getBoundingClientRect());
      return rows.filter(({ top, bottom }) => top < end - 1 && bottom > end + 1).length;
    })()`);

  const isLastRowHeading = () =>
    popup.run<boolean>(`(() => {
      const main = document.querySelector('main');
      const end = main.getBoundingClientRect().top + main.clientHeight;
      const rows = [...main.querySelectorAll('[role="option"], .list-heading, nav')];
      const shown = rows.filter((row) => row.getBoundingClientRect().top < end - 1);
      return shown.at(-1).matches('.list-heading');
    })()`);

  test('lists the codes of the active tab, and ends between two rows', async () => {
    await expect.poll(() => readCodesIn(popup)).toEqual([...MESSAGES].sort());
    await expect.poll(countCutRows).toBe(0);
    expect(await isLastRowHeading()).toBe(false);
  });

  test('has its search field focused, and searches', async () => {
    expect(
      await popup.run('document.activeElement.getAttribute("role")'),
    ).toMatch(/combobox|searchbox/);
    await popup.type('message undeliverable');
    await expect
      .poll(() =>
        popup.run('document.querySelector("[data-code]")?.dataset.code'),
      )
      .toBe('131026');
  });

  test('scrolls within itself and not as a whole', async () => {
    await expect
      .poll(() =>
        popup.run('document.documentElement.scrollHeight - innerHeight'),
      )
      .toBeLessThanOrEqual(0);
    expect(
      await popup.run('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
  });

  describe('with more codes than it has room for', () => {
    const hasManyCodes = () =>
      expect
        .poll(async () => (await readCodesIn(popup)).length)
        .toBeGreaterThan(7);
    beforeAll(() => openOn('https://business.facebook.com/wa/demo-console/'));

    test('shows seven codes with their whole next steps without scrolling', async () => {
      await expect
        .poll(() =>
          popup.run(`(() => {
            const foot = document.querySelector('footer').getBoundingClientRect().top;
            const rows = [...document.querySelectorAll('[role="option"]')];
            return rows.filter((row) => row.getBoundingClientRect().bottom <= foot).length;
          })()`),
        )
        .toBeGreaterThanOrEqual(7);
      expect(
        await popup.run(
          `document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth`,
        ),
      ).toBe(0);
    });

    test('cuts no next step, and covers none in the active row', async () => {
      await hasManyCodes();
      await popup.press('ArrowDown');
      const findCut = () =>
        popup.run<string[]>(`(() => {
          const shown = [...document.querySelectorAll('.row-next, .row-next + bdi')];
          const actions = [...document.querySelectorAll('[aria-selected="true"] .row-actions')];
          const isVisible = (one) => getComputedStyle(one).opacity !== '0';
          const cut = shown.filter((one) => one.scrollWidth > one.clientWidth && one.clientWidth > 0);
          return [...cut, ...actions.filter(isVisible)].map((one) => one.textContent);
        })()`);
      await expect
        .poll(() =>
          popup.run(
            'document.querySelector(\'[aria-selected="true"]\') !== null',
          ),
        )
        .toBe(true);
      expect(await findCut()).toEqual([]);
    });

    test('ends between two rows, and keeps its switch in place when the site is paused', async () => {
      await hasManyCodes();
      await expect.poll(countCutRows).toBe(0);
      await popup.click('More');
      await expect
        .poll(() => popup.run('document.querySelector(".site-more") !== null'))
        .toBe(true);
      expect(await countCutRows()).toBe(0);
      await popup.click('More');
      const pressSwitch = () =>
        popup.run('document.querySelector("footer [role=switch]").click()');
      const measureSwitch = () =>
        popup.run<number>(
          'document.querySelector("footer [role=switch]").getBoundingClientRect().top',
        );
      const before = await measureSwitch();
      await pressSwitch();
      await expect
        .poll(readFooter)
        .toContain('Paused on business.facebook.com');
      await expect.poll(() => readCodesIn(popup)).toEqual([]);
      expect(await measureSwitch()).toBe(before);
      await pressSwitch();
      await hasManyCodes();
    });
  });

  test.each(takeNthByDay(2, [360, 420]))(
    'in a tab of %i px, nothing covers the buttons of an entry',
    async (width) => {
      const tab = await launched.context.newPage();
      await tab.setViewportSize({ width, height: 600 });
      await tab.goto(`${launched.origin}/popup.html?q=131047`);
      const button = tab.getByRole('button', { name: 'Ticket…' });
      await button.waitFor();
      const isCovered = () =>
        button.evaluate((own) => {
          const { x, y, width, height } = own.getBoundingClientRect();
          const corners = [y + 3, y + height - 3].map((at) =>
            document.elementFromPoint(x + width / 2, at),
          );
          return corners.some((at) => !own.contains(at));
        });
      await expect.poll(isCovered).toBe(false);
      await tab.close();
    },
  );

  test('opens the side panel, which shows the active tab', async () => {
    const { context } = launched;
    await openOn('https://business.facebook.com/wa/frames/?panel');
    const codes = ['131000', '131026', '131047', '131049', '131051'];
    await expect.poll(() => readCodesIn(popup)).toEqual(codes);
    // The popup closes, so it answers before.
    await popup.run(
      'void setTimeout(() => document.querySelector(".to-panel").click())',
    );
    const panel = await attachTo('sidepanel.html', launched);
    const readPanelCodes = () => readCodesIn(panel);
    await expect.poll(readPanelCodes).toEqual(codes);
    const other = await context.newPage();
    await other.goto('https://business.facebook.com/wa/messages/');
    await expect.poll(readPanelCodes).toEqual([...MESSAGES].sort());
    await other.goto('https://business.facebook.com/wa/look-alikes/');
    await expect
      .poll(() => panel.run('document.body.textContent'))
      .toContain('No underlined codes on this page.');
    await other.close();
    await expect.poll(readPanelCodes).toEqual(codes);
  });

  test('grants and revokes access to any site, at once', async () => {
    await (await launched.worker()).evaluate(
      'chrome.permissions.remove({ origins: ["https://desk.example/*"] })',
    );
    const tab = await openOn('https://desk.example/tickets/messages/');
    await expect
      .poll(readFooter)
      .toContain('Errata isn’t enabled on desk.example');
    // Grant the permission beforehand, because a test cannot accept the prompt.
    const settings = await launched.context.newPage();
    await settings.goto(EXTENSION_SETTINGS);
    const id = new URL(launched.origin).host;
    await settings.evaluate(
      `chrome.developerPrivate.addHostPermission('${id}', 'https://desk.example/*')`,
    );
    await settings.close();
    page = await launched.context.newPage();
    const again = await openOn('https://desk.example/tickets/messages/');
    await popup.click('Explain codes on this site');
    for (const each of [tab, again]) await expectCodes(each, MESSAGES);
    await expect.poll(readFooter).toContain('Active on desk.example');

    await popup.click('More');
    await popup.click('Pause this tab');
    await expectCodes(again, []);
    await expectCodes(tab, MESSAGES);
    await expect.poll(readFooter).toContain('Paused in this tab');
    await popup.run('document.querySelector("footer [role=switch]").click()');
    await expectCodes(again, MESSAGES);
    await expect.poll(readFooter).toContain('Active on desk.example');
    await popup.click('Remove this site');
    for (const each of [tab, again]) await expectCodes(each, []);
    await expect
      .poll(readFooter)
      .toContain('Errata isn’t enabled on desk.example');
  });

  testByNight.each([1.5, 1.1, 2.5])(
    'has one scroll bar at a zoom of %s, and none sideways',
    async (zoom) => {
      const settings = await launched.context.newPage();
      await settings.goto('chrome://settings/appearance');
      const zoomTo = (factor: number) =>
        settings.evaluate(`chrome.settingsPrivate.setDefaultZoom(${factor})`);
      try {
        await zoomTo(zoom);
        await openOn('https://business.facebook.com/wa/frames/');
        const measureHiddenHeight = (part: string) =>
          popup.run<number>(`(${part}).scrollHeight - (${part}).clientHeight`);
        await expect
          .poll(() => measureHiddenHeight('document.documentElement'))
          .toBeGreaterThan(20);
        await expect
          .poll(() => measureHiddenHeight('document.querySelector("main")'))
          .toBe(0);
        const sideways =
          'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        await expect.poll(() => popup.run(sideways)).toBe(0);
      } finally {
        await zoomTo(1);
        await settings.close();
      }
    },
  );

  test.each(takeNthByDay(3, LANGUAGE_CODES))(
    'has room for all that its field says while it is empty: %s',
    async (language) => {
      const set = async (settings: object) =>
        (await launched.worker()).evaluate(
          `chrome.storage.local.set(${JSON.stringify({ settings })})`,
        );
      await set({ language });
      try {
        await openOn('https://business.facebook.com/wa/messages/');
        await expect
          .poll(() => popup.run('document.documentElement.lang'))
          .toBe(language);
        const measureRoom = () =>
          popup.run<number>(`(() => {
            const field = document.querySelector('[role=combobox]');
            const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
            const pen = document.createElement('canvas').getContext('2d');
            pen.font = font;
            const padding = parseFloat(paddingInlineStart) + parseFloat(paddingInlineEnd);
            return field.clientWidth - padding - pen.measureText(field.placeholder).width;
          })()`);
        await expect.poll(measureRoom).toBeGreaterThanOrEqual(0);
      } finally {
        await set({});
      }
    },
  );

  test('says where the browser blocks it', async () => {
    await openOn('chrome://version/');
    await expect
      .poll(readFooter)
      .toContain('The browser doesn’t allow extensions on this page');
  });

  /** On a busy machine, the page opens the dialog before Playwright watches it. Then the page's button opens it again. */
  async function catchDialog(tab: Page): Promise<FileChooser> {
    const waitForDialog = () =>
      tab.waitForEvent('filechooser', { timeout: STEP_MS });

    return waitForDialog().catch(async () => {
      const again = waitForDialog();
      await tab.getByText('Choose a CSV file or a log').click();

      return again;
    });
  }

  test('opens the file dialog at once, and says of a table what may be sent', async () => {
    await openOn('https://business.facebook.com/wa/messages/');
    const opened = launched.context.waitForEvent('page');
    await popup.click('Open a file');
    const tab = await opened;
    const dialog = await catchDialog(tab);
    await dialog.setFiles({
      name: 'export.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('to,error_code\n+5511987654321,131000\n'),
    });
    const save = tab.getByRole('button', { name: /^Save the 1 that/ });
    await save.waitFor();
    expect(await tab.evaluate(() => document.hidden)).toBe(false);
    await tab.close();
  });
});
