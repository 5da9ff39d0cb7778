import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import { FIREFOX_ID, type FirefoxBrowser, launchFirefox } from './firefox.ts';
import { hoverCode } from './in-browsers.ts';
import { installMeasures } from './wcag-measures.ts';

// What other files test in Chromium with tools that Firefox lacks: the accessibility tree, WCAG, shortcuts, a private window.

const WIDE = { width: 1280, height: 800 };
/** A window 1280 px wide at a zoom of 400%. */
const ZOOMED = { width: 320, height: 256 };

let firefox: FirefoxBrowser;
beforeAll(async () => {
  firefox = await launchFirefox(undefined, undefined, {
    'ui.prefersReducedMotion': 1,
  });
});
afterAll(() => firefox?.close());

interface Spoken {
  role: string;
  name: string;
}

/** Returns role and name of everything in the page's first dialog, from Firefox's accessibility service, in reading order. */
const readDialog = () =>
  firefox.runInWindow<Spoken[]>(`() => {
    const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const findAll = (one) => [one, ...Array.from({ length: one.childCount }, (_, at) => findAll(one.getChildAt(at))).flat()];
    const page = service.getAccessibleFor(gBrowser.selectedBrowser);
    const getRole = (one) => service.getStringRole(one.role);
    const dialog = page && findAll(page).find((one) => getRole(one) === 'dialog');
    return dialog ? findAll(dialog).map((one) => ({ role: getRole(one), name: one.name ?? '' })) : [];
  }`);

test('a screen reader gets the card: its role, the verdict, the meaning, then the controls, each with a name', async () => {
  const tab = await firefox.open('messages');
  await hoverCode(tab, '131047');
  await expect
    .poll(async () => (await readDialog())[0]?.name)
    .toBe('Errata: 131047, Re-engagement message');
  const card = await readDialog();
  const controls = card.filter(({ role }) =>
    /button|link|entry|combobox/.test(role),
  );
  expect(controls.length).toBeGreaterThan(3);
  expect(controls.filter(({ name }) => name.trim() === '')).toEqual([]);
  const order = [
    /Re-engagement message/,
    /^Your turn/,
    /approved template/,
    /^Copy$/,
    /^Pin$/,
    /^Close$/,
  ];
  const places = order.map((text) =>
    card.findIndex(({ name }, at) => at > 0 && text.test(name)),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  await tab.close();
});

describe.each([
  ['popup.html', '#site-state'],
  ['popup.html?q=131047', '.er-verdict'],
  ['options.html', '.setting'],
  ['catalogue.html?provider=oca#131042', '.detail .er-verdict'],
  ['sidepanel.html', 'h1, h2, p'],
  ['welcome.html', 'table'],
])('%s', (path, ready) => {
  async function openPage(size: typeof WIDE): Promise<Tab> {
    const tab = await firefox.openExtension(path, size);
    await expect
      .poll(() =>
        tab.run((one: string) => document.querySelector(one) !== null, ready),
      )
      .toBe(true);
    await tab.run(installMeasures, null);
    return tab;
  }

  test('has no axe violation and enough contrast, in light and dark, and no motion if that is preferred', async () => {
    const tab = await openPage(WIDE);
    // Built here, because the extension's pages allow no `eval`.
    await tab.run(new Function(axe.source) as () => void);
    for (const scheme of [1, 0]) {
      await firefox.runInWindow(
        '(value) => Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", value)',
        scheme,
      );
      await expect
        .poll(() =>
          tab.run(() => matchMedia('(prefers-color-scheme: dark)').matches),
        )
        .toBe(scheme === 0);
      const found = await tab.run(async () => {
        const { axe } = globalThis as unknown as {
          axe: typeof import('axe-core');
        };
        const { violations } = await axe.run(document, {
          resultTypes: ['violations'],
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
        );
      });
      expect.soft(found).toEqual([]);
      expect.soft(await tab.run(() => globalThis.wcag.pale())).toEqual([]);
    }
    expect(
      await tab.run(
        () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      ),
    ).toBe(true);
    expect(await tab.run(() => globalThis.wcag.moving())).toEqual([]);
    await tab.close();
  });

  test('clips nothing at 400 % zoom', async () => {
    const tab = await openPage(ZOOMED);
    expect(await tab.run(() => globalThis.wcag.cutOff())).toEqual([]);
    await tab.close();
  });
});

test('every shortcut can be changed and cleared; none is a bare letter or bound twice', async () => {
  const readKeys = () =>
    firefox.inExtension<string[]>(
      'chrome.commands.getAll().then((all) => all.map(({ shortcut }) => shortcut ?? "").filter(Boolean))',
    );
  const keys = await readKeys();
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^(Alt|Ctrl|MacCtrl|Command)\+/);
  await firefox.inExtension(
    `chrome.commands.update({ name: 'next-code', shortcut: 'Alt+Shift+9' })
      .then(() => chrome.commands.update({ name: 'pause-tab', shortcut: '' })).then(() => null)`,
  );
  const after = await readKeys();
  expect(after).toContain('Alt+Shift+9');
  expect(after).toHaveLength(keys.length - 1);
  await firefox.inExtension(
    "Promise.all(['next-code', 'pause-tab'].map((name) => chrome.commands.reset(name))).then(() => null)",
  );
  expect(await readKeys()).toEqual(keys);
});

test('a private window stores no lookups, unlike other windows', async () => {
  await firefox.runInWindow(
    `async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, extension);
    }`,
    FIREFOX_ID,
  );
  await firefox.reloadExtension();
  await firefox.inExtension(
    'chrome.storage.local.set({ settings: { version: 1, rememberLookups: true, recentLookups: [] } })',
  );
  const readStoredLookups = () =>
    firefox.inExtension(
      "chrome.storage.local.get('settings').then((all) => all.settings?.recentLookups)",
    );
  async function lookUp(code: string, isPrivate: boolean): Promise<void> {
    await firefox.inExtension(
      `chrome.windows.create({ incognito: ${isPrivate}, url: '/popup.html?private=${isPrivate}' }).then(() => null)`,
    );
    const tab = await firefox.tabAt(`private=${isPrivate}`);
    const readPlace = () =>
      tab.run(() => ({
        field: document.activeElement?.localName,
        isPrivate: Reflect.get(globalThis, 'browser').extension
          .inIncognitoContext,
      }));
    await expect.poll(readPlace).toEqual({ field: 'input', isPrivate });
    await tab.type(code);
    await expect
      .poll(() =>
        tab.run(
          () => document.querySelector('[role=option]')?.textContent ?? '',
        ),
      )
      .toContain(code);
    await tab.press('Enter');
    await expect
      .poll(() =>
        tab.run(() =>
          document.querySelector('article')?.getAttribute('data-key'),
        ),
      )
      .toBe(`meta/cloud/${code}`);
    await tab.press('Escape');
    await tab.press('Escape');
    await tab.close();
  }
  await lookUp('131049', true);
  await lookUp('131042', false);
  await expect.poll(readStoredLookups).toEqual(['meta/cloud/131042']);
});
