import { expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  testByNight,
} from './in-browsers.ts';

const LINES = 2_000;

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  testByNight.each<[string, string, string, number]>(
    takeNthByDay(2, [
      ['a text of many lines', 'pre', '\n', LINES],
      ['one line', 'p', ', ', 500],
    ]),
  )(
    'of %s every code is counted, and what is not underlined is told',
    async (_, element, between, marked) => {
      const tab = await open('messages');
      await tab.run(
        ([of = '', join = '', lines = '']) => {
          const text = Array.from(
            { length: Number(lines) },
            (_, at) =>
              `message m${at} failed: error ${at % 2 ? 131047 : 131026}`,
          );
          const block = document.createElement(of);
          block.textContent = text.join(join);
          document.body.replaceChildren(block);
        },
        [element, between, String(LINES)],
      );
      await expect.poll(async () => (await tab.codes()).length).toBe(marked);
      await expect.poll(() => browser().badge(tab)).toBe('2');
      const popup = await browser().openExtension('popup.html');
      await expect
        .poll(() => popup.run(() => document.body.textContent))
        .toContain(
          `2,000 failures, 2 codes${marked < LINES ? '; 1,500 not underlined' : ''}`,
        );
      await popup.close();
      await browser().command(tab, 'next-code');
      await expectCard(tab, '131026');
      const more = '750 more occurrences are counted but not underlined';
      expect((await tab.cardTree())?.text.includes(more)).toBe(marked < LINES);
    },
  );

  test('no page logged an error', async () => {
    expect(await browser().errors()).toEqual([]);
  });
});
