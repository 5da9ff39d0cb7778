import { expect, test } from 'vitest';
import { testOwnCode } from '../fixtures/own-codes.ts';
import type { Tab, TestBrowser } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  expectCodes,
  hoverCode,
  MESSAGES,
} from './in-browsers.ts';

/** Presses the popup's switch at the bottom. By key: the list above it comes later and moves it, so that a click can miss it. */
async function pressSwitch(popup: Tab) {
  const focusSwitch = () =>
    popup.run(() => {
      const site = [
        ...document.querySelectorAll<HTMLElement>('[role=switch]'),
      ].find((control) => {
        const label = document.getElementById(
          control.getAttribute('aria-labelledby') ?? '',
        );
        return label?.textContent.includes('business.facebook.com');
      });
      site?.focus();
      return site !== undefined && document.activeElement === site;
    });
  await expect.poll(focusSwitch).toBe(true);
  await popup.press(' ');
}

const pauseHosts = (browser: TestBrowser, hosts: readonly string[]) =>
  browser.inExtension(
    `chrome.storage.local.set({ settings: { pausedHosts: ${JSON.stringify(hosts)} } })`,
  );

/** The tab's frame knows that marks are off and waits until they are on again. */
const IS_WAITING = 'globalThis.errataPage?.isOff() === true';
const HAS_OWN_TEXTS = 'globalThis.errataWithOwnTexts !== undefined';

/** Returns whether this is true for the content scripts of the tab's frame. */
async function isTrueInFrame(
  browser: TestBrowser,
  tab: Tab,
  expression: string,
): Promise<boolean> {
  const url = JSON.stringify(await tab.address());
  return browser.inExtension(`(async () => {
    const tabs = await chrome.tabs.query({ url: ${url} });
    const ask = ({ id }) => chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => ${expression},
    });
    return (await ask(tabs.at(-1)))[0].result;
  })()`);
}

// Playwright disables the back/forward cache in Chromium (`--disable-back-forward-cache`), so this test runs only in Firefox.
describeInBrowsers(['firefox'], (open, browser) => {
  test('a page restored from the back/forward cache has the current settings', async () => {
    const tab = await open('messages');
    const address = await tab.address();
    const setEnabled = (enabled: boolean) =>
      browser().inExtension(
        `chrome.storage.local.set({ settings: { enabled: ${enabled} } })`,
      );
    const goBack = async () => {
      await tab.run(() => history.back());
      await expect.poll(() => tab.address().catch(() => '')).toBe(address);
      expect(await tab.run(() => globalThis.records)).toEqual(['same page']);
    };
    const leavePage = async () => {
      await tab.run(
        (to) => location.assign(to),
        address.replace('messages', 'dialog'),
      );
      await expect.poll(() => tab.address().catch(() => '')).toMatch(/dialog/);
    };
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      globalThis.records = ['same page'];
    });
    await leavePage();
    await setEnabled(false);
    await goBack();
    await expectCodes(tab, []);
    await tab.reload();
    await tab.run(() => {
      globalThis.records = ['same page'];
    });
    await expect
      .poll(() => isTrueInFrame(browser(), tab, IS_WAITING))
      .toBe(true);
    await leavePage();
    await setEnabled(true);
    await goBack();
    await expectCodes(tab, MESSAGES);
  });

  test('a page restored from the back/forward cache knows the first own code of the team', async () => {
    const tab = await open('quiet');
    const address = await tab.address();
    await tab.run((code) => {
      globalThis.records = ['same page'];
      document.body.innerHTML = `<h1>Deliveries</h1><p>Not sent: ${code}</p>`;
    }, testOwnCode.code);
    await tab.run(
      (to) => location.assign(to),
      address.replace('quiet', 'dialog'),
    );
    await expect.poll(() => tab.address().catch(() => '')).toMatch(/dialog/);
    await browser().inExtension(
      `chrome.storage.local.set({ settings: ${JSON.stringify({ ownCodes: [testOwnCode] })} })`,
    );
    await expect
      .poll(() => isTrueInFrame(browser(), tab, HAS_OWN_TEXTS))
      .toBe(true);
    await tab.run(() => history.back());
    await expect.poll(() => tab.address().catch(() => '')).toBe(address);
    await expectCodes(tab, [testOwnCode.code]);
    expect(await tab.run(() => globalThis.records)).toEqual(['same page']);
  });
});

describeInBrowsers(BOTH, (open, browser, testInOne) => {
  test('after installation, consoles that are already open are marked', async () => {
    let tab: Tab | undefined;
    await browser().withoutExtension(async () => {
      tab = await open('messages');
      expect(await tab.codes()).toEqual([]);
    });
    if (!tab) throw new Error('no tab');
    await expectCodes(tab, MESSAGES);
    await hoverCode(tab, '131047');
  });

  test('marks are turned off and on without a reload', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      globalThis.records = ['same page'];
    });
    const popup = await browser().openExtension('popup.html');
    await pressSwitch(popup);
    await expectCodes(tab, []);
    await pressSwitch(popup);
    await expectCodes(tab, MESSAGES);
    await popup.close();
    expect(await tab.run(() => globalThis.records)).toEqual(['same page']);
  });

  testInOne(
    'a page opened while marks were off has them when they are turned on',
    async () => {
      const tab = await open('messages');
      await expectCodes(tab, MESSAGES);
      await pauseHosts(browser(), ['business.facebook.com']);
      await expectCodes(tab, []);
      const late = await open('messages');
      await expect
        .poll(() => isTrueInFrame(browser(), late, IS_WAITING))
        .toBe(true);
      await expectCodes(late, []);
      await pauseHosts(browser(), []);
      await expectCodes(late, MESSAGES);
      await expectCodes(tab, MESSAGES);
    },
  );

  test('the badge counts the distinct codes of the tab, no removed frames, and clears', async () => {
    const tab = await open('messages');
    await expect.poll(() => browser().badge(tab)).toBe('6');
    await tab.run(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>Message failed: error 131051</p>';
      document.body.append(frame);
    });
    await expect.poll(() => browser().badge(tab)).toBe('7');
    await tab.run(() => document.querySelector('iframe')?.remove());
    await expect.poll(() => browser().badge(tab)).toBe('6');
    await tab.run(() => document.querySelector('table')?.remove());
    await expect.poll(() => browser().badge(tab)).toBe('2');
    await tab.run(() => document.body.replaceChildren());
    await expect.poll(() => browser().badge(tab)).toBe('');
  });

  test('frames that change and disappear at the same time cause no error', async () => {
    const tab = await open('messages');
    const texts = [
      'Nothing yet',
      'Message failed: error 131051',
      '<div hidden>Error 131052</div>Error 131051',
    ];
    await tab.run((texts) => {
      for (const text of texts) {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<p>${text}</p>`;
        document.body.append(frame);
      }
    }, texts);
    await expectCodes(tab, [...MESSAGES, '131051', '131051']);
    await tab.run(() => {
      for (const frame of document.querySelectorAll('iframe')) {
        const { body } = frame.contentDocument as Document;
        for (const hidden of body.querySelectorAll('[hidden]'))
          hidden.removeAttribute('hidden');
        body.insertAdjacentHTML('beforeend', '<p>Error 131026</p>');
        frame.remove();
      }
    });
    await expectCodes(tab, MESSAGES);
    expect(await browser().errors()).toEqual([]);
  });

  testInOne(
    'a frame that never loads delays neither badge nor popup nor keys',
    async () => {
      const tab = await open('other-site');
      await tab.run(() => {
        document.body.innerHTML =
          '<iframe srcdoc="<script src=https://business.facebook.com/never></script>">';
      });
      await tab.run(() =>
        document.body.insertAdjacentHTML('beforeend', '<p>Error (#131047)</p>'),
      );
      await expect.poll(() => browser().badge(tab)).toBe('1');
      const popup = await browser().openExtension('popup.html');
      const readRows = () =>
        [...document.querySelectorAll('[data-code]')].map((row) =>
          row.getAttribute('data-code'),
        );
      await expect.poll(() => popup.run(readRows)).toEqual(['131047']);
      await popup.close();
      await browser().command(tab, 'next-code');
      await expectCard(tab, '131047');
    },
  );

  testInOne(
    'the badge is empty while its site is paused, and returns afterwards',
    async () => {
      const tab = await open('messages');
      await expect.poll(() => browser().badge(tab)).toBe('6');
      await pauseHosts(browser(), ['business.facebook.com']);
      await expect.poll(() => browser().badge(tab)).toBe('');
      await tab.reload();
      await tab.run(() => document.body.append('Error 131051'));
      expect(await browser().badge(tab)).toBe('');
      await pauseHosts(browser(), []);
      await expect.poll(() => browser().badge(tab)).toBe('7');
    },
  );

  test('an open page still shows the card after the extension was reloaded', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.move(await tab.pointOf('131049'));
    await expectCard(tab, '131049');
    await tab.press('Escape');
    await tab.move({ x: 900, y: 600 });
    await browser().reloadExtension();
    // The new version's script has taken over.
    await expect.poll(() => browser().badge(tab)).toBe('6');
    await expectCodes(tab, MESSAGES);
    await hoverCode(tab, '131047');
    expect((await tab.cardTree())?.text).toMatch(/re-engagement/i);
    expect((await tab.card()).hosts).toBe(1);
  });

  test('no network request was made, and no error was logged', async () => {
    expect(browser().outside()).toEqual([]);
    expect(await browser().errors()).toEqual([]);
  });
});
