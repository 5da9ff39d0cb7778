import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Tab } from '../browser.ts';
import { FIREFOX_ID, type FirefoxBrowser, launchFirefox } from '../firefox.ts';
import {
  expectStillNeeded,
  findsTextOf,
  happensSoon,
  writeExtension,
} from './workaround.ts';

// Each test reproduces what Firefox does, without Errata, and is named after the file with the workaround. It first shows that the same
// steps work where Firefox is right.

/** Runs in all frames, and leaves its results on the top frame's root element. */
const SCRIPT = `{
  const { documentElement } = top.document;
  const leave = (name, value) => documentElement.setAttribute('data-' + name, value);
  const changes = [];
  browser.storage.onChanged.addListener(({ one }) => leave('changes', changes.push(one.newValue) && changes.join()));
  addEventListener('pageshow', ({ persisted }) => persisted && leave('restored', ''));
  const startTimer = () => {
    try {
      setTimeout(() => {});
      return 'started';
    } catch (error) {
      return String(error);
    }
  };
  const send = () => browser.runtime.sendMessage('hello').then(() => undefined, () => undefined);
  addEventListener('pagehide', () => documentElement.hasAttribute('data-sends') && send());
  if (top !== window) {
    new MutationObserver(() => leave('timer', startTimer())).observe(document, { subtree: true, childList: true });
    leave('frame', '');
  }
}`;

const extension = writeExtension({
  'manifest.json': {
    manifest_version: 3,
    name: 'Workarounds',
    version: '1',
    browser_specific_settings: { gecko: { id: FIREFOX_ID } },
    permissions: ['scripting', 'storage'],
    host_permissions: ['https://*/*'],
    background: { scripts: ['background.js'] },
    content_scripts: [
      {
        matches: ['https://*/*'],
        js: ['script.js'],
        all_frames: true,
        match_about_blank: true,
      },
    ],
  },
  'background.js':
    'browser.runtime.onMessage.addListener(() => Promise.resolve(1));',
  'script.js': SCRIPT,
  'icon/errata.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
});

let firefox: FirefoxBrowser;
let tab: Tab;

beforeAll(async () => {
  firefox = await launchFirefox(extension);
});
afterAll(async () => {
  await firefox?.close();
  rmSync(extension, { recursive: true, force: true });
});
// Not every test opens one.
afterEach(() => tab?.close().catch(() => undefined));

const openPage = async () => {
  tab = await firefox.open('quiet', { base: 'https://site.example/' });
};
/** Returns what the content script left on the page. */
const readLeft = (name: string) =>
  tab.run((one) => document.documentElement.getAttribute(`data-${one}`), name);

async function addFrame(): Promise<void> {
  await tab.run(() => {
    document.body.replaceChildren(document.createElement('iframe'));
  });
  await expect.poll(() => readLeft('frame')).toBe('');
}

test('lib/page/dom/nodes.ts: in a removed frame, getComputedStyle returns null', async () => {
  await openPage();
  const found = await tab.run(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const own = frame.contentWindow as Window;
    const get = own.getComputedStyle;
    const { body } = own.document;
    const before = get.call(own, body);
    frame.remove();
    return { before: before !== null, after: get.call(own, body) !== null };
  });
  expect(found.before).toBe(true);
  expectStillNeeded(!found.after);
});

test('components/card/text-isolation.ts: window.find() skips the text of an option outside a select', async () => {
  await openPage();
  expect(await tab.run(findsTextOf, 'span')).toBe(true);
  expectStillNeeded(!(await tab.run(findsTextOf, 'option')));
});

test('tests/e2e/decoder.test.ts: a dispatched paste has no data', async () => {
  await openPage();
  const found = await tab.run(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'zebrafish');
    const event = new ClipboardEvent('paste', { clipboardData });
    return [clipboardData, event.clipboardData].map((data) =>
      data?.getData('text/plain'),
    );
  });
  expect(found[0]).toBe('zebrafish');
  expectStillNeeded(found[1] !== 'zebrafish');
});

test('components/card/firefox-event-shield.ts: events expose the nodes of a closed shadow root', async () => {
  await openPage();
  await tab.run(() => {
    document.body.replaceChildren(document.createElement('div'));
    const root = document.body.firstElementChild?.attachShadow({
      mode: 'closed',
    });
    if (root)
      root.innerHTML =
        '<button style="position: fixed; inset: 0">text</button>';
    window.addEventListener('pointerdown', (event) => {
      const targets = [
        'target',
        'originalTarget',
        'explicitOriginalTarget',
        'rangeParent',
      ];
      const exposed = targets.filter((name) =>
        root?.contains(Reflect.get(event, name)),
      );
      document.title = `exposed: ${exposed.join() || 'none'}`;
    });
  });
  await tab.click({ x: 50, y: 50 });
  const readTitle = () => tab.run(() => document.title);
  await expect.poll(readTitle).toContain('exposed:');
  expectStillNeeded((await readTitle()) !== 'exposed: none');
});

test('lib/page/lifecycle/content-bootstrap.ts: setTimeout throws in the observer of a removed frame', async () => {
  await openPage();
  await addFrame();
  const changeFrame = (isRemoved: boolean) =>
    tab.run((removed) => {
      document.documentElement.removeAttribute('data-timer');
      const frame = document.querySelector('iframe');
      frame?.contentDocument?.body.append('text');
      if (removed) frame?.remove();
    }, isRemoved);
  await changeFrame(false);
  await expect.poll(() => readLeft('timer')).toBe('started');
  await changeFrame(true);
  const timer = await readLeft('timer');
  expectStillNeeded(timer !== null && timer !== 'started');
});

test('lib/page/lifecycle/frame-removal.ts: a message from a frame that is removed logs an error', async () => {
  await openPage();
  const logsErrorAfterRemoval = async () => {
    await addFrame();
    await firefox.runInWindow('() => Services.console.reset()');
    await tab.run(() => document.querySelector('iframe')?.remove());
    return happensSoon(() =>
      firefox.runInWindow<boolean>(
        "() => Services.console.getMessageArray().some(({ message }) => message.includes('moz-extension://'))",
      ),
    );
  };
  expect(await logsErrorAfterRemoval()).toBe(false);
  await tab.run(() => document.documentElement.setAttribute('data-sends', ''));
  expectStillNeeded(await logsErrorAfterRemoval());
});

test('lib/extension/webext/host-permissions.ts: files of the manifest cannot be registered as getManifest returns them', async () => {
  const register = (files: string) =>
    firefox.inExtension<string>(`(async () => {
      const one = { id: 'one', matches: ['https://one.example/*'], ...${files} };
      await browser.scripting.registerContentScripts([one]);
      await browser.scripting.unregisterContentScripts({ ids: ['one'] });
      return 'registered';
    })().catch(String)`);
  expect(await register("{ js: ['/script.js'] }")).toBe('registered');
  const found = await register(
    '(({ js, css }) => ({ js, css }))(browser.runtime.getManifest().content_scripts[0])',
  );
  expectStillNeeded(found !== 'registered');
});

test('lib/extension/webext/page-settings.ts: a page in the back-forward cache gets no storage.onChanged', async () => {
  await openPage();
  const store = (value: number) =>
    firefox.inExtension(`browser.storage.local.set({ one: ${value} })`);
  await store(1);
  await expect.poll(() => readLeft('changes')).toBe('1');
  await firefox.open('other-site', { base: 'https://other.example/' }, tab);
  await store(2);
  await tab.run(() => history.back());
  await expect.poll(() => readLeft('restored')).toBe('');
  await store(3);
  await expect.poll(() => readLeft('changes')).toContain('3');
  expectStillNeeded((await readLeft('changes')) === '1,3');
});
