import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  MESSAGES,
} from './in-browsers.ts';

describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  test('a tap on a code opens its card, a second one is for the page, and the page gets both events', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      globalThis.records = [];
      addEventListener('click', () => globalThis.records.push('click'));
    });
    const at = await tab.pointOf('131047');
    await tab.tap(at);
    await expectCard(tab, '131047');
    await tab.tap(at);
    await expectCard(tab, null);
    await expect
      .poll(() => tab.run(() => globalThis.records))
      .toEqual(['click', 'click']);
    await tab.tap(at);
    await expectCard(tab, '131047');
  });

  test('a tap on another code replaces the card, a tap elsewhere closes it', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.tap(await tab.pointOf('131047'));
    await expectCard(tab, '131047');
    await tab.tap(await tab.pointOf('130472'));
    await expectCard(tab, '130472');
    await tab.tap({ x: 900, y: 60 });
    await expectCard(tab, null);
  });

  test('a link with a code in it is not blocked', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.tap(await tab.pointOf('131026'));
    await expect.poll(() => tab.address()).toMatch(/#details$/);
  });
});
