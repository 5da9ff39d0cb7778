import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  findStill,
} from './in-browsers.ts';

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

  test('no page logged an error', async () => {
    expect(await browser().errors()).toEqual([]);
  });
});
