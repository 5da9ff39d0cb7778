import { afterEach, expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  hoverCode,
  MESSAGES,
  pressInCard,
} from './in-browsers.ts';
import { suppressColumn } from './suppress-column.ts';

const REST = MESSAGES.filter((code) => code !== '131047');

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  test('a confirmed suppression hides a code in its column in every tab of the site, and one click undoes it', async () => {
    const other = await open('messages');
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await hoverCode(tab, '131047');
    await suppressColumn(tab);
    await expectCodes(tab, REST);
    await expectCodes(other, REST);
    await expectCard(tab, '131047');
    await pressInCard(tab, /undo/i);
    await expectCodes(tab, MESSAGES);
    await expectCodes(other, MESSAGES);
    expect((await tab.cardTree())?.text).toMatch(/re-engagement/i);
  });

  test('a suppression is stored, applies to its column only, and can be undone in the settings', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await suppressColumn(tab);
    await expectCodes(tab, REST);
    await tab.reload();
    await expectCodes(tab, REST);
    await tab.run(() =>
      document.body.insertAdjacentHTML('beforeend', '<p>Error 131047</p>'),
    );
    await expectCodes(tab, MESSAGES);

    const options = await browser().openExtension('options.html');
    const focusButton = () =>
      options.run(() => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent?.startsWith('Mark again'),
        );
        button?.focus();
        return button?.parentElement?.textContent ?? '';
      });
    await expect.poll(focusButton).toContain('in the column “error code”');
    await options.press(' ');
    await expectCodes(tab, [...MESSAGES, '131047']);
    await options.close();
  });
});
