import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import words from '../../data/popup-words.json' with { type: 'json' };
import type { Point, Tab } from './browser.ts';
import { type Display, HAS_DISPLAY, startDisplay } from './display.ts';
import { launchFirefox } from './firefox.ts';
import { expectCodes, MESSAGES } from './in-browsers.ts';

/** Number of openings. The popup once was a few pixels wide in 3 of 75. */
const OPENINGS = process.env.NIGHTLY ? 30 : 3;

// The toolbar's button and the keyboard, with a real pointer and real keys.
describe.skipIf(!HAS_DISPLAY)('firefox toolbar', () => {
  let display: Display;
  let browser: Awaited<ReturnType<typeof launchFirefox>>;
  let tab: Tab;
  beforeAll(async () => {
    display = await startDisplay();
    browser = await launchFirefox(undefined, undefined, {}, display);
    tab = await browser.open('messages');
  });
  afterAll(async () => {
    await browser?.close();
    display?.close();
  });

  /** Pins the button to the toolbar and returns its middle on the screen. */
  const findToolbarButton = () =>
    browser.runInWindow<Point>(`() => {
      const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
      CustomizableUI.addWidgetToArea('errata_errata_example-browser-action', 'nav-bar');
      const { x, y, width, height } = document.getElementById('errata_errata_example-BAP').getBoundingClientRect();
      return { x: mozInnerScreenX + x + width / 2, y: mozInnerScreenY + y + height / 2 };
    }`);
  /** Returns the size of the open popup; null if there is none. */
  const measurePopup = () =>
    browser.runInWindow<{ width: number; height: number } | null>(`() => {
      const shown = [...document.querySelectorAll('panel .webextension-popup-browser')]
        .find((one) => one.closest('panel').state === 'open');
      const { width, height } = shown?.getBoundingClientRect() ?? {};
      return shown ? { width, height } : null;
    }`);

  test('the popup opens at its full width, and Escape closes it', async () => {
    await expectCodes(tab, MESSAGES);
    const button = await findToolbarButton();
    for (let opening = 0; opening < OPENINGS; opening++) {
      display.click(button);
      await expect
        .poll(async () => (await measurePopup())?.height)
        .toBeGreaterThan(300);
      expect((await measurePopup())?.width).toBe(380);
      display.press('Escape');
      await expect.poll(measurePopup).toBeNull();
    }
  });

  /** Enters an address and presses the button. Returns the popup's last line, and whether Firefox lets Errata run scripts there. */
  async function openPopupAt(address: string) {
    await browser.runInWindow(
      '(to) => { gBrowser.selectedTab = gBrowser.addTrustedTab(to); }',
      address,
    );
    const readAddress = () =>
      browser.runInWindow(
        '() => gBrowser.selectedBrowser.webProgress.isLoadingDocument ? "" : gBrowser.currentURI.spec',
      );
    await expect.poll(readAddress).toBe(address);
    display.click(await findToolbarButton());
    const readLine = () =>
      browser.inExtension<string>(
        'chrome.extension.getViews({ type: "popup" })[0]?.document.querySelector("#site-state")?.textContent ?? ""',
      );
    await expect.poll(readLine).not.toBe('');
    const line = await readLine();
    const runsScripts = await browser.inExtension<boolean>(
      `chrome.tabs.query({ active: true }).then(([{ id: tabId }]) =>
        chrome.scripting.executeScript({ target: { tabId }, func: () => true })).then(([{ result }]) => result === true, () => false)`,
    );
    display.press('Escape');
    await expect.poll(measurePopup).toBeNull();
    await browser.runInWindow('() => gBrowser.removeTab(gBrowser.selectedTab)');
    return { line, runsScripts };
  }

  // Firefox 152: https://blog.mozilla.org/addons/2026/04/23/webextensions-api-changes-firefox-149-152/
  test('on a page of Errata, where Firefox runs no script since 152, the popup says where codes are marked', async () => {
    const address = await browser.inExtension<string>(
      'chrome.runtime.getURL("welcome.html")',
    );
    const version = await browser.inExtension<string>(
      'chrome.runtime.getBrowserInfo().then(({ version }) => version)',
    );
    expect(await openPopupAt(address)).toEqual({
      line: words.site.own,
      runsScripts: Number.parseInt(version, 10) < 152,
    });
  });

  test('on a local file, which a user must allow since 152, the popup says how to look up its codes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'errata-file-'));
    const file = join(folder, 'log.html');
    writeFileSync(file, '<!doctype html><p>Error code 131047');
    expect(
      await browser.inExtension('chrome.extension.isAllowedFileSchemeAccess()'),
    ).toBe(false);
    const { line, runsScripts } = await openPopupAt(pathToFileURL(file).href);
    // The press on the button still allows scripts, in 153.
    expect(line).toBe(runsScripts ? words.site.unseen : words.site.forbidden);
    rmSync(folder, { recursive: true });
  });

  test('the shortcut that the manifest suggests opens the side panel', async () => {
    const isOpen = () => browser.inExtension('chrome.sidebarAction.isOpen({})');
    expect(await isOpen()).toBe(false);
    const shortcut = await browser.inExtension<string>(
      'chrome.commands.getAll().then((all) => all.find(({ name }) => name === "open-panel").shortcut)',
    );
    expect(shortcut).toBe('Alt+Shift+P');
    display.press(shortcut.toLowerCase());
    await expect.poll(isOpen).toBe(true);
  });
});
