import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  expectCodes,
  hoverCode,
  MESSAGES,
} from './in-browsers.ts';
import { countChangedPixels, readPng } from './picture.ts';

async function chooseOption(options: Tab, text: string) {
  const choose = () =>
    options.run((wanted) => {
      const option = [...document.querySelectorAll('option')].find(
        (one) => one.textContent === wanted,
      );
      const select = option?.closest('select');
      if (select && option) select.value = option.value;
      return (
        select?.dispatchEvent(new Event('change', { bubbles: true })) ?? false
      );
    }, text);
  await expect.poll(choose).toBe(true);
}

/** Returns the page's computed style of the mark of this code. */
async function getMarkStyle(tab: Tab, code: string) {
  const mark = (await tab.marks()).find(({ text }) => text === code);
  return tab.run((name) => {
    const { textDecorationLine, textDecorationThickness, backgroundColor } =
      getComputedStyle(document.body, `::highlight(${name})`);
    return {
      line: textDecorationLine,
      thickness: textDecorationThickness,
      ground: backgroundColor,
    };
  }, mark?.highlight ?? '');
}
/** Takes a screenshot, because a correct style does not prove that it is painted. */
async function takePicture(tab: Tab) {
  const file = join(tmpdir(), `errata-look-${process.pid}.png`);
  await tab.screenshot(file);
  return readPng(readFileSync(file));
}
const CLEAR = 'rgba(0, 0, 0, 0)';

describeInBrowsers(BOTH, (open, browser) => {
  test('marks change their style in an open tab, and none is lost', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    expect(await getMarkStyle(tab, '131047')).toMatchObject({
      line: 'underline',
      thickness: '2px',
    });
    const options = await browser().openExtension('options.html');

    await chooseOption(options, 'Strong');
    await expect
      .poll(() => getMarkStyle(tab, '131047'))
      .toMatchObject({ line: 'underline', thickness: '3px' });
    await chooseOption(options, 'Tint');
    await expect
      .poll(async () => (await getMarkStyle(tab, '131047')).line)
      .not.toBe('underline');
    expect((await getMarkStyle(tab, '131047')).ground).not.toBe(CLEAR);
    await chooseOption(options, 'Only on hover');
    await expect
      .poll(async () => (await getMarkStyle(tab, '131047')).ground)
      .toBe(CLEAR);
    expect((await getMarkStyle(tab, '131047')).line).not.toBe('underline');
    await expectCodes(tab, MESSAGES);

    await hoverCode(tab, '131047');
    await expect
      .poll(async () => (await getMarkStyle(tab, '131047')).line)
      .toBe('underline overline');
    expect((await getMarkStyle(tab, '131049')).line).not.toBe('underline');
    await expectCodes(tab, MESSAGES);
    await tab.press('Escape');
    await expectCard(tab, null);
    await expect
      .poll(async () => (await getMarkStyle(tab, '131047')).line)
      .not.toBe('underline');

    await chooseOption(options, 'Underline');
    await chooseOption(options, 'Normal');
    await expect
      .poll(() => getMarkStyle(tab, '131047'))
      .toMatchObject({ line: 'underline', thickness: '2px' });
    await options.close();
  });

  test('each style is painted in a tab that was open before Errata got access', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await browser().reloadExtension();
    const options = await browser().openExtension('options.html');
    await chooseOption(options, 'Only on hover');
    await expect
      .poll(async () => (await tab.marks()).map(({ highlight }) => highlight))
      .toContain('errata-hover-you');
    const bare = await takePicture(tab);
    const countPaintedPixels = async () =>
      countChangedPixels(bare, await takePicture(tab), 1.05);
    await chooseOption(options, 'Tint');
    await expect.poll(countPaintedPixels).toBeGreaterThan(2_000);
    await chooseOption(options, 'Underline');
    // Thin lines, not the background.
    await expect.poll(countPaintedPixels).toBeLessThan(1_000);
    expect(await countPaintedPixels()).toBeGreaterThan(200);
    await options.close();
  });
});
