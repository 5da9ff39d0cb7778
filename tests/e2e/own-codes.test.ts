import { expect, test } from 'vitest';
import { testOwnCode } from '../fixtures/own-codes.ts';
import type { Tab } from './browser.ts';
import { BOTH_AT_NIGHT, describeInBrowsers, expectCard } from './in-browsers.ts';

const [WORDING = ''] = testOwnCode.wordings ?? [];

const readText = (tab: Tab) => tab.run(() => document.body.textContent ?? '');

/** Leaves a page in which only the team's own texts may be codes. */
function fillPage([code, wording]: string[]): void {
  document.body.innerHTML = `<h1>Deliveries</h1><p>Not sent: ${code}</p><p>Sorry, the ${wording}.</p>`;
}

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  test('own codes and wordings are marked in open pages, and known to card, popup and side panel', async () => {
    const tab = await open('quiet');
    await tab.run(fillPage, [testOwnCode.code, WORDING]);
    await expect.poll(() => tab.codes()).toEqual([]);
    await browser().inExtension(
      `chrome.storage.local.set({ settings: ${JSON.stringify({ ownCodes: [testOwnCode] })} })`,
    );
    await expect.poll(() => tab.codes()).toEqual([testOwnCode.code, WORDING]);
    await tab.move(await tab.pointOf(WORDING));
    await expectCard(tab, testOwnCode.code);
    await expect.poll(async () => (await tab.cardTree())?.text ?? '').toContain('Your team’s');
    expect((await tab.cardTree())?.text).toContain(testOwnCode.next);
    for (const [page, lines] of [
      ['popup.html?q=gateway_quota', [testOwnCode.title]],
      ['sidepanel.html', [testOwnCode.code, testOwnCode.title]],
      ['catalogue.html?q=E4711', [testOwnCode.title]],
    ] as const) {
      const shown = await browser().openExtension(page);
      for (const line of lines) await expect.poll(() => readText(shown)).toContain(line);
      await shown.close();
    }
    await browser().inExtension('chrome.storage.local.set({ settings: {} })');
    await expect.poll(() => tab.codes()).toEqual([]);
  });
});
