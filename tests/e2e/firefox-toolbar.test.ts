import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
      await expect.poll(async () => (await measurePopup())?.height).toBeGreaterThan(300);
      expect((await measurePopup())?.width).toBe(380);
      display.press('Escape');
      await expect.poll(measurePopup).toBeNull();
    }
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
