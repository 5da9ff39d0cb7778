import { expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import type { Tab } from './browser.ts';
import { BOTH_AT_NIGHT, describeInBrowsers } from './in-browsers.ts';

declare global {
  /** Completes the pending write. */
  var letGo: (() => void) | undefined;
}

/** Delays the next write of the settings in this page. */
function holdWrite(): void {
  const api =
    Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const { local } = api.storage;
  const set = local.set.bind(local);
  local.set = (values: unknown) =>
    new Promise((done, fail) => {
      globalThis.letGo = () => set(values).then(done, fail);
      local.set = set;
    });
}

function pressSwitch(label: string): void {
  document
    .querySelector<HTMLElement>(`[role="switch"][aria-labelledby="${label}"]`)
    ?.click();
}

describeInBrowsers(BOTH_AT_NIGHT, (_, browser) => {
  test('two simultaneous changes in two pages are both kept', async () => {
    const [options, other] = [
      await browser().openExtension('options.html'),
      await browser().openExtension('options.html'),
    ];
    const readSwitchState = (tab: Tab, label: string) =>
      tab.run(
        (id) =>
          String(
            document.querySelector<HTMLInputElement>(
              `[aria-labelledby="${id}"]`,
            )?.checked,
          ),
        label,
      );
    await expect
      .poll(() => readSwitchState(options, 'pinned-label'))
      .toBe('false');
    await expect
      .poll(() => readSwitchState(other, 'remember-label'))
      .toBe('false');

    await options.run(holdWrite);
    await options.run(pressSwitch, 'pinned-label');
    await expect
      .poll(() => options.run(() => globalThis.letGo !== undefined))
      .toBe(true);
    await other.run(pressSwitch, 'remember-label');
    // Long enough for a write that does not wait for the pending one.
    await new Promise((soon) => setTimeout(soon, 300));
    await options.run(() => globalThis.letGo?.());

    const readStored = () =>
      browser().inExtension<unknown>(
        '(globalThis.browser ?? chrome).storage.local.get("settings").then(({ settings }) => settings && [settings.openPinned, settings.rememberLookups])',
      );
    await expect.poll(readStored).toEqual([true, true]);
    for (const [tab, label] of [
      [options, 'pinned-label'],
      [options, 'remember-label'],
      [other, 'remember-label'],
    ] as const)
      await expect.poll(() => readSwitchState(tab, label)).toBe('true');
    await options.close();
    await other.close();
  });

  test('pages open whatever is stored', async () => {
    const broken = [
      { policy: { ownCodes: 5, pausedHosts: null } },
      { policy: null },
      'x',
      [],
      5,
    ];
    for (const managed of takeNthByDay(3, broken)) {
      await browser().inExtension(
        `chrome.storage.local.set({ managed: ${JSON.stringify(managed)}, sync: { left: null } })`,
      );
      await browser().inExtension(
        `chrome.storage.session.set({ 'handed-1': '5', failures: 5 })`,
      );
      for (const path of ['popup.html', 'options.html?handed=1']) {
        const page = await browser().openExtension(path);
        await expect
          .poll(() =>
            page.run(() => document.querySelector('#root')?.textContent ?? ''),
          )
          .toMatch(path.startsWith('popup') ? /Settings/ : /Export/);
        await page.close();
      }
    }
    await browser().inExtension('chrome.storage.local.clear()');
  });
});
