import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  hoverCode,
  pressInCard,
  testByNight,
} from './in-browsers.ts';

// Masking is a separate script: the card requests it, extension pages import it.
describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  test('a ticket in the card masks the recipient and keeps the code', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await pressInCard(tab, /^ticket…$/i);
    const text = async () => (await tab.cardTree())?.text ?? '';
    await expect.poll(text).toMatch(/\+\d+ …\d\d/);
    expect(await text()).not.toContain('4821');
    expect(await text()).toMatch(/Text next to the code: .*131047/);
  });

  testByNight('a ticket in the popup does too', async () => {
    const tab = await browser().openExtension('popup.html');
    const paste =
      '{"error":{"message":"(#131047) to 55 11 98765 4321","code":131047},"to":"55 11 98765 4321"}';
    await expect
      .poll(() => tab.run(() => document.activeElement?.tagName))
      .toBe('INPUT');
    await tab.type(paste);
    const isPresent = (selector: string) =>
      tab.run((wanted) => document.querySelector(wanted) !== null, selector);
    await expect.poll(() => isPresent('.er-footer')).toBe(true);
    await tab.run(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === 'Ticket…') button.click();
    });
    await expect.poll(() => isPresent('.er-preview')).toBe(true);
    const text = await tab.run(
      () => document.querySelector('.er-preview')?.textContent ?? '',
    );
    expect(text).toMatch(/\+\d+ …\d\d/);
    expect(text).not.toContain('4321');
    expect(text).not.toMatch(/\*\*|`|^#/m);
    const shown = await tab.run(() => {
      const scrollers = [...document.querySelectorAll('*')].filter(
        (one) =>
          one.scrollHeight > one.clientHeight + 1 &&
          /auto|scroll/.test(getComputedStyle(one).overflowY),
      );
      const copy = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Copy',
      );
      const { top = -1, bottom = Number.NaN } =
        copy?.getBoundingClientRect() ?? {};
      return {
        scrollers: scrollers.length,
        isCopyInView: top >= 0 && bottom <= innerHeight,
      };
    });
    expect(shown.scrollers).toBeLessThanOrEqual(1);
    expect(shown.isCopyInView).toBe(true);
  });

  test('no network request was made, and no error was logged', async () => {
    expect(browser().outside()).toEqual([]);
    expect(await browser().errors()).toEqual([]);
  });
});
