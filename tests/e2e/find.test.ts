import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  hoverCode,
  MESSAGES,
} from './in-browsers.ts';
import { getPageRecords, observePage } from './in-page.ts';

describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  test('the browser finds a marked code, selects it, and neither page nor marks change', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    const text = await tab.run(() => document.body.textContent);
    await tab.run(observePage);
    const found = await tab.run(() => {
      const { find } = window as unknown as { find(text: string): boolean };
      return { hit: find('131026'), text: String(getSelection()) };
    });
    expect(found).toEqual({ hit: true, text: '131026' });
    await hoverCode(tab, '131047');
    expect(await tab.run(() => String(getSelection()))).toBe('131026');
    await expectCodes(tab, MESSAGES);
    expect(await tab.run(getPageRecords)).toEqual([]);
    expect(await tab.run(() => document.body.textContent)).toBe(text);
  });
});
