import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  hoverCode,
} from './in-browsers.ts';

describeInBrowsers(BOTH_AT_NIGHT, (_, browser) => {
  test('the welcome page has a log to try, with marks and card as on a console, and no mark on other numbers', async () => {
    const tab = await browser().openExtension('welcome.html');
    await expectCodes(tab, ['131042', '131047', '131049', '132000']);
    await hoverCode(tab, '131047');
    await expectCard(tab, '131047');
    expect((await tab.cardTree())?.text).toContain('Your turn · Fix first');
    await tab.press('Escape');
    await expectCard(tab, null);
    expect(
      await tab.run(() => document.documentElement.scrollWidth <= innerWidth),
    ).toBe(true);
    expect(await tab.run(() => document.body.textContent)).toContain(
      'Nothing leaves this browser.',
    );
    await tab.close();
    expect(await browser().errors()).toEqual([]);
  });
});
