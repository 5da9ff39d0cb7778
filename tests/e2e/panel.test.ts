import { afterEach, describe, expect, test } from 'vitest';
import type { Tab, TestBrowser } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  findStill,
  hoverCode,
  MESSAGES,
  testByNight,
} from './in-browsers.ts';

/** Returns the rendered lines of the panel as text, with their codes. */
const readLines = () =>
  [...document.querySelectorAll<HTMLElement>('[role="treeitem"]')].map(
    ({ textContent, dataset }) => ({
      text: textContent ?? '',
      code: dataset.code ?? null,
    }),
  );
const readCodes = async (panel: Tab) =>
  (await panel.run(readLines)).flatMap(({ code }) => code ?? []).sort();

/** Returns whether the first code of the list is in view in a panel of 320 by 700 px, which a frame of that size stands in for. */
const isFirstCodeInView = (panel: Tab): Promise<boolean> =>
  panel.run(async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    Object.assign(frame.style, {
      position: 'fixed',
      width: '320px',
      height: '700px',
    });
    frame.src = location.href;
    const findCode = () => frame.contentDocument?.querySelector('[data-code]');
    while (!findCode()) await new Promise(requestAnimationFrame);
    const { bottom = Number.NaN } = findCode()?.getBoundingClientRect() ?? {};
    frame.remove();
    return bottom <= 700;
  });

/** Returns true if the browser's side panel shows Errata. */
const isOpen = ({ name, inExtension }: TestBrowser) =>
  inExtension<boolean>(
    name === 'firefox'
      ? 'chrome.sidebarAction.isOpen({})'
      : 'chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] }).then((found) => found.length > 0)',
  );

/** Fills a table with this many rows, of which the given number share a code. */
function fillTable([rows = 0, alike = 0]: number[]): void {
  const codes = ['131026', '131047', '131049', '131000', '130472', '132000'];
  const createRow = (_: unknown, at: number) =>
    `<tr><td>m${at}</td><td>+55 11 9${String(10_000_000 + at)}</td><td>${at < alike ? '131042' : codes[at % codes.length]}</td></tr>`;
  document.body.innerHTML = `<table><tr><th>Message</th><th>Recipient</th><th>Error code</th></tr>${Array.from(
    { length: rows },
    createRow,
  ).join('')}</table>`;
}

describeInBrowsers(
  BOTH_AT_NIGHT,
  (open, browser) => {
    const opened: Tab[] = [];
    afterEach(async () => {
      await Promise.all(
        opened.splice(0).map((tab) => tab.close().catch(() => undefined)),
      );
    });
    async function openPanel(): Promise<Tab> {
      const panel = await browser().openExtension('sidepanel.html');
      opened.push(panel);
      return panel;
    }

    test('the panel lists the codes of the page, frames included, and a click shows one', async () => {
      const page = await open('frames');
      await expectCodes(page, [
        '131047',
        '131026',
        '131049',
        '131000',
        '131051',
      ]);
      const panel = await openPanel();
      await expect
        .poll(() => readCodes(panel))
        .toEqual(['131000', '131026', '131047', '131049', '131051']);
      expect(await isFirstCodeInView(panel)).toBe(true);
      for (const code of ['131049', '131026', '131047']) {
        await panel.click(await findStill(panel, `[data-code="${code}"]`));
        await expectCard(page, code);
      }
    });

    testByNight(
      'an undecided code has the same number of meanings in card, popup and panel',
      async () => {
        const page = await open('messages', {
          base: 'https://app.sleekflow.io/logs/',
        });
        await page.run(() => {
          document.body.innerHTML =
            '<p style="margin: 300px">Message failed. Error code: 1003</p>';
        });
        await hoverCode(page, '1003');
        const [meanings] = /[A-Z][a-z]+ meanings/.exec(
          (await page.cardTree())?.text ?? '',
        ) ?? ['none'];
        const panel = await openPanel();
        await expect
          .poll(async () => (await panel.run(readLines)).at(-1)?.text)
          .toContain(`1003${meanings}`);
        // A popup in a tab is about the tab that was in front before.
        await panel.close();
        const popup = await browser().openExtension('popup.html');
        opened.push(popup);
        const readRow = () =>
          popup.run(
            () => document.querySelector('[data-code="1003"]')?.textContent,
          );
        await expect.poll(readRow).toContain(`1003${meanings}`);
        await popup.click(await findStill(popup, '[data-code="1003"]'));
        const readAnswer = () =>
          popup.run(() => document.querySelector('article')?.textContent);
        await expect.poll(readAnswer).toContain(meanings);
      },
    );

    testByNight(
      'a group cycles through its places, and each place can be opened directly',
      async () => {
        const page = await open('messages');
        await page.run(fillTable, [6, 3]);
        const panel = await openPanel();
        const findText = async (form: RegExp) =>
          (await panel.run(readLines)).find(({ text }) => form.test(text));
        await expect.poll(() => findText(/^131042.*3 ×/)).toBeDefined();
        const readPosition = async () =>
          /\d of \d/.exec((await page.cardTree())?.text ?? '')?.[0];
        for (const at of ['1 of 3', '2 of 3', '3 of 3', '1 of 3']) {
          await panel.click(await findStill(panel, '[data-code="131042"]'));
          await expect.poll(readPosition).toBe(at);
        }
        await panel.click(
          await findStill(panel, '[data-code="131042"] .twist'),
        );
        await expect
          .poll(() => findText(/^2m1 \+55 11 910000001 131042$/))
          .toBeDefined();
        await panel.click(
          await findStill(panel, '[data-level="3"] ~ [data-level="3"]'),
        );
        await expect.poll(readPosition).toBe('2 of 3');
      },
    );

    test('the panel follows the page: new codes, removed codes, another URL', async () => {
      const page = await open('messages');
      await expectCodes(page, MESSAGES);
      const panel = await openPanel();
      await expect.poll(() => readCodes(panel)).toEqual([...MESSAGES].sort());
      await page.run(fillTable, [40, 36]);
      await expect
        .poll(() => panel.run(() => document.body.textContent))
        .toContain('131042 (payment) accounts for 36 of 40 failures.');
      await page.run(() => document.body.replaceChildren('Nothing failed.'));
      await expect
        .poll(() => panel.run(() => document.body.textContent))
        .toContain('No underlined codes on this page.');
    });

    test('renders only the visible ones of thousands of places, and reaches the last', async () => {
      const page = await open('messages');
      const rows = process.env.NIGHTLY ? 10_000 : 2_000;
      await page.run(fillTable, [rows, rows * 0.9]);
      const panel = await openPanel();
      await expect
        .poll(() => panel.run(() => document.body.textContent))
        .toContain(`${rows.toLocaleString('en')} failures, 7 codes`);
      await panel.click(await findStill(panel, '[data-code="131042"] .twist'));
      await expect
        .poll(async () =>
          (await panel.run(readLines)).some(({ text }) =>
            text.startsWith('1m0 '),
          ),
        )
        .toBe(true);
      await panel.run(() =>
        document.querySelector<HTMLElement>('[role="tree"]')?.focus(),
      );
      await panel.press('End');
      await expect
        .poll(async () => (await panel.run(readLines)).at(-1)?.code)
        .not.toBeNull();
      expect((await panel.run(readLines)).length).toBeLessThan(80);
      await panel.press('ArrowUp');
      await panel.run(() => {
        const main = document.querySelector('main') as HTMLElement;
        main.scrollTop = main.scrollHeight / 2;
      });
      await expect
        .poll(
          async () =>
            (await panel.run(readLines)).filter(({ text }) =>
              /^[\d,]+m\d+ \+55/.test(text),
            ).length,
        )
        .toBeGreaterThan(5);
      expect((await panel.run(readLines)).length).toBeLessThan(80);
    });

    describe('the popup', () => {
      test('scrolls to the code that is opened in it', async () => {
        const page = await open('messages');
        await expectCodes(page, MESSAGES);
        const popup = await browser().openExtension('popup.html');
        opened.push(popup);
        await expect
          .poll(() =>
            popup.run(() => document.querySelectorAll('[data-code]').length),
          )
          .toBe(6);
        await popup.click(
          await findStill(popup, '[data-code="131026"] .row-go'),
        );
        await expectCard(page, '131026');
      });

      testByNight('opens the panel beside the page', async () => {
        await expectCodes(await open('messages'), MESSAGES);
        const popup = await browser().openExtension('popup.html');
        opened.push(popup);
        await expect
          .poll(() =>
            popup.run(() => document.querySelector('.to-panel')?.textContent),
          )
          .toBe('Side panel');
        expect(await isOpen(browser())).toBe(false);
        await popup.click(await findStill(popup, '.to-panel'));
        await expect.poll(() => isOpen(browser())).toBe(true);
      });
    });

    test('no page logged an error', async () => {
      expect(await browser().errors()).toEqual([]);
    });
  },
  false,
);
