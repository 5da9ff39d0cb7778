import { expect, test } from 'vitest';
import { findButton, middle, type Tab } from './browser.ts';
import { BOTH, expectCard, expectCodes, hover, inBrowsers } from './in-browsers.ts';

const CODES = ['131047', '131049', '131026', '131000', '130472', '132000'];
const REST = CODES.filter((code) => code !== '131047');

async function press(tab: Tab, name: RegExp): Promise<void> {
  await expect.poll(async () => findButton(await tab.cardTree(), name)).not.toBeNull();
  const button = findButton(await tab.cardTree(), name);
  if (!button) throw new Error(`no button ${name}`);
  const at = middle(await button.box());
  await tab.move(at, 20);
  await tab.click(at);
}

inBrowsers(BOTH, (open, browser) => {
  test('one click silences a code in its column in every tab of the site, and one takes it back', async () => {
    const other = await open('messages');
    const tab = await open('messages');
    await expectCodes(tab, CODES);
    await hover(tab, '131047');
    await press(tab, /not an error code here/i);
    await expectCodes(tab, REST);
    await expectCodes(other, REST);
    await expectCard(tab, '131047');
    await press(tab, /undo/i);
    await expectCodes(tab, CODES);
    await expectCodes(other, CODES);
    expect((await tab.cardTree())?.text).toMatch(/re-engagement/i);
  });

  test('it is remembered, holds for its column alone, and the settings list it and undo it', async () => {
    const tab = await open('messages');
    await hover(tab, '131047');
    await press(tab, /not an error code here/i);
    await expectCodes(tab, REST);
    await tab.reload();
    await expectCodes(tab, REST);
    await tab.run(() => document.body.insertAdjacentHTML('beforeend', '<p>Error 131047</p>'));
    await expectCodes(tab, CODES);

    const options = await browser().openExtension('options.html');
    const row = () =>
      options.run(() => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
          textContent?.startsWith('Mark again'),
        );
        button?.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
        return { text: button?.parentElement?.textContent ?? '', x, y, width, height };
      });
    await expect.poll(async () => (await row()).text).toContain('in the column “error code”');
    await options.click(middle(await row()));
    await expectCodes(tab, [...CODES, '131047']);
    await options.close();
  });
});
