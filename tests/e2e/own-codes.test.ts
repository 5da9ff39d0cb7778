import { expect, test } from 'vitest';
import { testOwnCode } from '../fixtures/own-codes.ts';
import type { Tab } from './browser.ts';
import { BOTH, describeInBrowsers, expectCard, moveTo } from './in-browsers.ts';
import { selectText } from './in-page.ts';

const [WORDING = ''] = testOwnCode.wordings ?? [];

const readText = (tab: Tab) => tab.run(() => document.body.textContent ?? '');

/** Leaves a page in which only the team's own texts may be codes. */
function fillPage([code, wording]: string[]): void {
  document.body.innerHTML = `<h1>Deliveries</h1><p>Not sent: ${code}</p><p>Sorry, the ${wording}.</p>`;
}

function expectNothingOwn(text: string): void {
  const { title, meaning, next, provider, link = '' } = testOwnCode;
  for (const own of [title, meaning, next, provider, link])
    expect(text).not.toContain(own);
}

describeInBrowsers(BOTH, (open, browser, testInOne) => {
  testInOne(
    'own codes and wordings are marked in open pages, and known to card, popup and side panel',
    async () => {
      const tab = await open('quiet');
      await tab.run(fillPage, [testOwnCode.code, WORDING]);
      await expect.poll(() => tab.codes()).toEqual([]);
      await browser().inExtension(
        `chrome.storage.local.set({ settings: ${JSON.stringify({ ownCodes: [testOwnCode] })} })`,
      );
      await expect.poll(() => tab.codes()).toEqual([testOwnCode.code, WORDING]);
      await tab.move(await tab.pointOf(WORDING));
      await expectCard(tab, testOwnCode.code);
      const readCardText = async () => (await tab.cardTree())?.text ?? '';
      if (browser().name === 'firefox') {
        await expect.poll(readCardText).toContain('Open note');
        expectNothingOwn(await readCardText());
      } else {
        await expect.poll(readCardText).toContain('Your team’s code');
        expect(await readCardText()).toContain(testOwnCode.next);
      }
      for (const [page, lines] of [
        ['popup.html?q=gateway_quota', [testOwnCode.title]],
        ['sidepanel.html', [testOwnCode.code, testOwnCode.title]],
        ['catalogue.html?q=E4711', [testOwnCode.title]],
      ] as const) {
        const shown = await browser().openExtension(page);
        for (const line of lines)
          await expect.poll(() => readText(shown)).toContain(line);
        await shown.close();
      }
      await browser().inExtension('chrome.storage.local.set({ settings: {} })');
      await expect.poll(() => tab.codes()).toEqual([]);
    },
  );

  test('a page without access reads nothing of an own code in the card', async ({
    skip,
  }) => {
    // Chromium exposes no node, and grants access by a real click only.
    skip(browser().name === 'chromium');
    await browser().inExtension(
      `chrome.storage.local.set({ settings: ${JSON.stringify({ ownCodes: [testOwnCode] })} })`,
    );
    const tab = await open('other-site', {
      base: 'https://elsewhere.example/',
    });
    await tab.run((code) => {
      globalThis.records = [];
      document.body.append(` ${code} `);
      for (const type of ['mousemove', 'pointermove', 'mouseover'])
        addEventListener(
          type,
          (event) => {
            const { originalTarget } = event as { originalTarget?: Node };
            globalThis.records.push(
              originalTarget?.getRootNode().textContent ?? '',
            );
          },
          true,
        );
    }, testOwnCode.code);
    await tab.run(selectText, testOwnCode.code);
    await browser().chooseExplain(tab);
    await expectCard(tab, testOwnCode.code);
    await moveTo(tab, /^pin$/i);
    await tab.run(() => globalThis.records.join()).then(expectNothingOwn);
  });
});
