import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab, TestBrowser } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { BOTH, expectCodes, hoverCode, MESSAGES } from './in-browsers.ts';
import { buildReleased } from './released-build.ts';

/** Settings in the form of the released version. */
const RELEASED_SETTINGS = {
  hoverDelayMs: 300,
  markStyle: 'tint',
  pausedHosts: ['mail.example'],
  bySite: { 'business.facebook.com': { sensitivity: 'surer' } },
  silenced: [
    {
      host: 'business.facebook.com',
      code: '131026',
      by: 'column',
      words: 'error code',
    },
  ],
  notes: { 'meta/cloud/131047': 'Zebrafish: use the template' },
};
const LEFT = MESSAGES.filter((code) => code !== '131026');

interface Manifest {
  version: string;
  permissions: string[];
  host_permissions: string[];
  content_scripts: { matches: string[] }[];
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const getPermissions = ({
  permissions,
  host_permissions,
  content_scripts,
}: Manifest) =>
  new Set([
    ...permissions,
    ...host_permissions,
    ...content_scripts.flatMap(({ matches }) => matches),
  ]);

describe.each(BOTH)('an update of the released version in %s', (name) => {
  const build = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const current = join(import.meta.dirname, '../../.output', build);
  const folder = mkdtempSync(join(tmpdir(), 'errata-update-'));
  let released: string;
  let browser: TestBrowser;
  let tab: Tab;

  const readSettings = () =>
    browser.inExtension(
      'chrome.storage.local.get("settings").then(({ settings }) => settings)',
    );
  const isCardLoaded = () =>
    browser.inExtension(`(async () => {
      const [{ id }] = await chrome.tabs.query({ url: 'https://business.facebook.com/*' });
      const func = () => globalThis.errataCard !== undefined;
      const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func });
      return result;
    })()`);

  beforeAll(async () => {
    released = buildReleased(build);
    cpSync(released, folder, { recursive: true });
    browser = await (name === 'chromium'
      ? launchChromium({ extension: folder })
      : launchFirefox(folder));
    await browser.inExtension(
      `chrome.storage.local.set({ settings: ${JSON.stringify(RELEASED_SETTINGS)} })`,
    );
    tab = await browser.open('messages');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('replaces it, while a page is open that it has marked by these settings', async () => {
    await expectCodes(tab, LEFT);
    await expect.poll(isCardLoaded).toBe(true);
    await browser.updateExtension(current);
    const { version } = await browser.inExtension<{ version: string }>(
      'chrome.runtime.getManifest()',
    );
    expect(version).toBe(readManifest(current).version);
  });

  test('requests no new permission', () => {
    const before = getPermissions(readManifest(released));
    expect([
      ...getPermissions(readManifest(current)).difference(before),
    ]).toEqual([]);
  });

  test('keeps settings, notes and suppressed places', async () => {
    await expect.poll(readSettings).toMatchObject(RELEASED_SETTINGS);
  });

  test('goes on in the open tab, without a reload', async () => {
    await expect.poll(() => browser.badge(tab)).toBe('5');
    await expectCodes(tab, LEFT);
    await hoverCode(tab, '131047');
    expect((await tab.card()).hosts).toBe(1);
    expect((await tab.cardTree())?.text).toMatch(
      name === 'firefox' ? /note/ : /Zebrafish: use the template/,
    );
  });

  test('marks a page that is opened later in the same way', async () => {
    await expectCodes(await browser.open('messages'), LEFT);
  });

  test('logs no error', async () => expect(await browser.errors()).toEqual([]));
});
