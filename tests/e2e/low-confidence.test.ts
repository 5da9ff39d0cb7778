import { describe, expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  findStill,
  pressInCard,
} from './in-browsers.ts';
import { selectText } from './in-page.ts';

const readGroups = () =>
  Object.fromEntries(
    [...document.querySelectorAll('[role=group]')].map((group) => [
      group.querySelector('.list-heading span')?.textContent ?? '',
      [...group.querySelectorAll('[data-code]')]
        .map((row) => row.getAttribute('data-code'))
        .sort(),
    ]),
  );

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  test('the popup lists tooltips, labels and less certain codes separately, and scrolls to them', async () => {
    const page = await open('quiet');
    await expectCodes(page, ['131047']);
    const popup = await browser().openExtension('popup.html');
    await expect
      .poll(() => popup.run(readGroups))
      .toEqual({
        'Fix first': ['131047'],
        'Only in tooltips and labels': ['131026', '131049'],
        'Less certain, not underlined': ['131000'],
      });
    const row = '[data-code="131000"]';
    const readRow = () =>
      popup.run((wanted) => document.querySelector(wanted)?.textContent, row);
    expect(await readRow()).toContain('They got 131000 there.');
    await popup.click(await findStill(popup, row));
    await expect.poll(() => page.run(() => scrollY)).toBeGreaterThan(500);
    await expect
      .poll(() =>
        popup.run(() => document.querySelector('article')?.dataset.code),
      )
      .toBe('131000');
    await popup.close();
    expect(await browser().badge(page)).toBe('1');
    await expectCodes(page, ['131047']);
  });

  test('nothing is searched if the site is paused', async () => {
    const page = await open('quiet');
    await expectCodes(page, ['131047']);
    const popup = await browser().openExtension('popup.html');
    await expect
      .poll(async () => Object.keys(await popup.run(readGroups)).length)
      .toBe(3);
    await popup.run(() =>
      document.querySelector<HTMLElement>('.site [role=switch]')?.click(),
    );
    await expect.poll(() => popup.run(readGroups)).toEqual({});
    await popup.run(() =>
      document.querySelector<HTMLElement>('.site [role=switch]')?.click(),
    );
    await expect
      .poll(async () => Object.keys(await popup.run(readGroups)).length)
      .toBe(3);
    await popup.close();
  });

  describe('a number that is not marked', () => {
    const REASON =
      'Not marked: its label “Deliveries” says that it is something else.';

    test('says why to "Explain this code", and is marked for good where the user asks for it', async () => {
      const page = await open('quiet');
      await expectCodes(page, ['131047']);
      await page.run(() => scrollTo(0, document.body.scrollHeight));
      await page.run(selectText, '131000');
      await browser().chooseExplain(page);
      await expect
        .poll(async () => (await page.cardTree())?.text ?? '')
        .toContain(REASON);
      await pressInCard(page, /^Mark it here$/);
      await expectCodes(page, ['131047', '131000']);
      await page.reload();
      await expectCodes(page, ['131047', '131000']);
      await browser().inExtension('chrome.storage.local.clear()');
    });

    test('says why in the popup, and is marked for good where the user asks for it', async () => {
      const page = await open('quiet');
      await expectCodes(page, ['131047']);
      const popup = await browser().openExtension('popup.html');
      await expect
        .poll(() =>
          popup.run(
            () => document.querySelector('[data-code="131000"]')?.textContent,
          ),
        )
        .toContain(REASON);
      await popup.run(() =>
        [...document.querySelectorAll('button')]
          .find(({ textContent }) => textContent === 'Mark them here')
          ?.click(),
      );
      await expectCodes(page, ['131047', '131000']);
      await page.reload();
      await expectCodes(page, ['131047', '131000']);
      await popup.close();
      await browser().inExtension('chrome.storage.local.clear()');
    });

    test('says what speaks against it, and offers no mark that would be wrong', async () => {
      const page = await open('quiet');
      await expectCodes(page, ['131047']);
      await page.run(() => {
        const order = document.createElement('p');
        order.textContent = 'It took 131026 ms';
        document.body.prepend(order);
      });
      await page.run(selectText, '131026');
      await browser().chooseExplain(page);
      const readText = async () => (await page.cardTree())?.text ?? '';
      await expect
        .poll(readText)
        .toMatch(/Not marked: it looks like something else/);
      expect(await readText()).not.toContain('Mark it here');
    });
  });

  test('no page logged an error', async () => {
    expect(await browser().errors()).toEqual([]);
  });
});
