import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from 'vitest';
import type { Tab, TestBrowser } from './browser.ts';
import { launchChromium } from './chromium.ts';
import {
  findPolicyHindrance,
  removeChromiumPolicy,
  setChromiumPolicy,
} from './chromium-policy.ts';
import { launchFirefox } from './firefox.ts';
import {
  expectCard,
  expectCodes,
  MESSAGES,
  pressInCard,
} from './in-browsers.ts';

const POLICY = {
  enabled: true,
  openPinned: true,
  hoverDelayMs: 99_999,
  pausedHosts: ['developers.facebook.com'],
  notes: {
    'meta/cloud/131047': 'Zebrafish: call billing',
    'meta/cloud/1': ' ',
  },
  sites: ['https://crm.example/*'],
};
const FORBIDDEN = 'https://developers.facebook.com/';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'errata-policy-')));
/** A copy with its own extension id, so that the policy affects no other browser on this machine. */
const copy = join(folder, 'extension');

const readText = (tab: Tab) => tab.run(() => document.body.innerText);
/** Returns the state of a switch in the settings and whether it is disabled. */
const switchIn = (tab: Tab, label: string) =>
  tab.run((id) => {
    const found = document.querySelector<HTMLInputElement>(
      `[role="switch"][aria-labelledby="${id}"]`,
    );
    return found && [String(found.checked), found.disabled];
  }, label);

describe.each(['chromium', 'firefox'] as const)('a policy in %s', (name) => {
  const blocked = name === 'chromium' ? findPolicyHindrance() : undefined;
  let browser: TestBrowser;

  beforeAll(async () => {
    if (blocked) return;
    if (name === 'chromium') {
      cpSync(join(import.meta.dirname, '../../.output/chrome-mv3'), copy, {
        recursive: true,
      });
      setChromiumPolicy(copy, POLICY);
      browser = await launchChromium({ extension: copy });
      return;
    }
    const home = join(folder, 'home');
    const manifests = join(
      home,
      process.platform === 'darwin'
        ? 'Library/Application Support/Mozilla/ManagedStorage'
        : '.mozilla/managed-storage',
    );
    mkdirSync(manifests, { recursive: true });
    const id = 'errata@errata.example';
    const manifest = {
      name: id,
      description: 'Policy of a test',
      type: 'storage',
      data: POLICY,
    };
    writeFileSync(join(manifests, `${id}.json`), JSON.stringify(manifest));
    browser = await launchFirefox(undefined, home);
  });
  afterAll(async () => {
    if (name === 'chromium') removeChromiumPolicy();
    await browser?.close();
    if (name === 'firefox')
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  beforeEach(({ skip }) => {
    if (blocked) skip(blocked);
  });

  test('locks its settings, and the settings page lists its problems', async () => {
    const options = await browser.openExtension('options.html');
    await expect
      .poll(() => switchIn(options, 'pinned-label'))
      .toEqual(['true', true]);
    expect(await switchIn(options, 'remember-label')).toEqual(['false', false]);
    await expect
      .poll(() => readText(options))
      .toContain('“hoverDelayMs”: 99999 isn’t a valid value');
    const shown = await readText(options);
    expect(shown).toContain('Set by your organisation.');
    expect(shown).toContain('“notes.meta/cloud/1”');
    expect(shown).toMatch(/crm\.example\s+Requested by your organisation/);
    await options.close();
  });

  test('turns marks off on a host whatever is stored, and shows its notes elsewhere', async () => {
    await browser.inExtension(
      'chrome.storage.local.set({ settings: { enabled: false, pausedHosts: [] } })',
    );
    const tab = await browser.open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.move(await tab.pointOf('131047'));
    await expectCard(tab, '131047', 'pinned');
    const readCardText = async () => (await tab.cardTree())?.text ?? '';
    await expect
      .poll(readCardText)
      .toMatch(
        name === 'firefox'
          ? /Your organisation:\s*There is a note/
          : /Your organisation:\s*Zebrafish: call billing/,
      );
    if (name === 'firefox') {
      await pressInCard(tab, /Open note/);
      const readViews = `chrome.extension.getViews({ type: 'tab' }).map((view) => view.document.body?.innerText).join()`;
      await expect
        .poll(() => browser.inExtension(readViews))
        .toMatch(/Your organisation:\s*Zebrafish: call billing/);
    }
    await tab.close();
    const off = await browser.open('messages', { base: FORBIDDEN });
    // Longer than marks took on the page before.
    await new Promise((soon) => setTimeout(soon, 1_500));
    expect(await off.codes()).toEqual([]);
    await off.close();
  });

  test.runIf(name === 'chromium')(
    'applies its changes to open pages',
    async () => {
      const tab = await browser.open('messages', { base: FORBIDDEN });
      setChromiumPolicy(copy, { enabled: true });
      await expect.poll(() => tab.codes()).toEqual([...MESSAGES].sort());
      const options = await browser.openExtension('options.html');
      await expect
        .poll(() => switchIn(options, 'pinned-label'))
        .toEqual(['false', false]);
      await tab.close();
      await options.close();
    },
  );

  test('logs no error', async () => expect(await browser.errors()).toEqual([]));
});
