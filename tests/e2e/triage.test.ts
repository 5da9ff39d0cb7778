import { expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import { BOTH, describeInBrowsers, expectCodes } from './in-browsers.ts';

describeInBrowsers(BOTH, (open, browser) => {
  /** Returns which of the two scripts the frames of all tabs have loaded. */
  const readScripts = () =>
    browser().inExtension<string[]>(`(async () => {
      const func = () => [globalThis.errataTriage && 'triage', globalThis.errataAnnotator && 'annotator'].filter(Boolean);
      const tabs = await chrome.tabs.query({});
      const frames = await Promise.all(
        tabs.map(({ id }) => chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, func }).catch(() => [])),
      );
      return frames.flat().flatMap(({ result }) => result ?? []);
    })()`);
  /** Longer than changes are collected, judged and marked. */
  const waitForJudgement = () => new Promise((later) => setTimeout(later, 1_500));

  async function openNumbers(): Promise<Tab> {
    const tab = await open('look-alikes');
    await expect.poll(readScripts).toEqual(['triage']);
    return tab;
  }
  const addTable = (tab: Tab, header: string) =>
    tab.run(
      (name) =>
        document.body.insertAdjacentHTML(
          'beforeend',
          `<table><tr><th>To</th><th id="header">${name}</th></tr><tr><td>Ana</td><td>470</td></tr></table>`,
        ),
      header,
    );

  test('a page of numbers loads no annotator, whatever it adds, until a code appears', async () => {
    const tab = await openNumbers();
    await addTable(tab, 'Messages');
    await waitForJudgement();
    expect(await readScripts()).toEqual(['triage']);
    await tab.run(() => document.body.append('Error 131047: not delivered'));
    await expectCodes(tab, ['131047']);
    expect(await readScripts()).toEqual(['triage', 'annotator']);
  });

  test('a bare 470 is found below its header, also if the header comes later', async () => {
    const tab = await openNumbers();
    await addTable(tab, 'Messages');
    await waitForJudgement();
    await tab.run(() => {
      const header = document.querySelector('#header');
      if (header) header.textContent = 'Error code';
    });
    await expectCodes(tab, ['470']);
  });

  test('a higher sensitivity finds more in an open page', async () => {
    const setSensitivity = (sensitivity: string) =>
      browser().inExtension(`chrome.storage.local.set({ settings: { sensitivity: '${sensitivity}' } })`);
    const tab = await openNumbers();
    await tab.run(() => document.body.insertAdjacentHTML('beforeend', '<p>They got 131000 there.</p>'));
    await waitForJudgement();
    expect(await tab.codes()).toEqual([]);
    await setSensitivity('more');
    await expectCodes(tab, ['131000']);
    await setSensitivity('normal');
  });
});
