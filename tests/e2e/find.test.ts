import { expect, test } from 'vitest';
import { BOTH, expectCodes, hover, inBrowsers } from './in-browsers.ts';
import { observePage, pageRecords } from './in-page.ts';

const CODES = ['131047', '131049', '131026', '131000', '130472', '132000'];

inBrowsers(BOTH, (open) => {
  test('the browser finds a marked code, selects it, and neither page nor marks change', async () => {
    const tab = await open('messages');
    await expectCodes(tab, CODES);
    const text = await tab.run(() => document.body.textContent);
    await tab.run(observePage);
    const found = await tab.run(() => {
      const { find } = window as unknown as { find(text: string): boolean };
      return { hit: find('131026'), text: String(getSelection()) };
    });
    expect(found).toEqual({ hit: true, text: '131026' });
    await hover(tab, '131047');
    expect(await tab.run(() => String(getSelection()))).toBe('131026');
    await expectCodes(tab, CODES);
    expect(await tab.run(pageRecords)).toEqual([]);
    expect(await tab.run(() => document.body.textContent)).toBe(text);
  });
});
