import { rmSync } from 'node:fs';
import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  findPolicyHindrance,
  removeChromiumPolicy,
  setChromiumPolicy,
} from '../chromium-policy.ts';
import { type Launched, launchWithExtension } from '../launch-chromium.ts';
import { countChangedPixels, readPng } from '../picture.ts';
import { openToolbarPopup } from '../toolbar-popup.ts';
import {
  expectStillNeeded,
  findsTextOf,
  happensSoon,
  writeExtension,
} from './workaround.ts';

// Each test reproduces what Chromium does, without Errata, and is named after the file with the workaround. It first shows that the same
// steps work where Chromium is right.

const SITE = 'https://site.example/';
const WORKER = `
  globalThis.happened = [];
  addEventListener('install', () => happened.push('install'));
  chrome.runtime.onInstalled.addListener(() => happened.push('onInstalled'));
`;
const MANIFEST = {
  manifest_version: 3,
  name: 'Workarounds',
  version: '1',
  incognito: 'split',
  permissions: ['scripting', 'storage'],
  host_permissions: [`${SITE}*`],
  optional_host_permissions: ['https://*/*'],
  background: { service_worker: 'worker.js' },
  action: { default_popup: 'popup.html' },
  storage: { managed_schema: 'schema.json' },
};
const LIST = { type: 'array', items: { type: 'string' } };

const extension = writeExtension({
  'manifest.json': MANIFEST,
  'worker.js': WORKER,
  'page.html': '<!doctype html><title>Page</title>',
  'popup.html':
    '<!doctype html><title>Popup</title><body style="margin: 0; width: 200px; height: 300px">',
  'schema.json': { type: 'object', properties: { good: LIST, mixed: LIST } },
});
const blocked = findPolicyHindrance();
let launched: Launched;
let worker: Worker;
let page: Page;

beforeAll(async () => {
  if (!blocked)
    setChromiumPolicy(extension, { good: ['one'], mixed: ['one', 2] });
  launched = await launchWithExtension({ extension, inPrivate: true });
  worker = await launched.worker();
  await launched.context.route(/^https?:/, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Site</title>',
    }),
  );
});
afterAll(async () => {
  if (!blocked) removeChromiumPolicy();
  await launched?.close();
  rmSync(extension, { recursive: true, force: true, maxRetries: 3 });
});
afterEach(() => page?.close());

async function openPage(address = SITE): Promise<Page> {
  page = await launched.context.newPage();
  await page.goto(address);
  return page;
}

/** Returns the number of pixels that this work changes in the page. */
async function countPixelsChangedBy(
  work: () => Promise<unknown>,
): Promise<number> {
  const takePicture = async () =>
    readPng(
      await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 150 } }),
    );
  const before = await takePicture();
  await work();
  return countChangedPixels(before, await takePicture(), 1.5);
}

/** Runs a script on chrome://extensions. */
async function runInSettings(work: (id: string) => string): Promise<void> {
  const settings = await launched.context.newPage();
  await settings.goto('chrome://extensions/');
  await settings.evaluate(work(new URL(launched.origin).host));
  await settings.close();
}

const TEXTS =
  '<p id="html">text</p><svg><text id="svg" y="20">text</text></svg>';

/** Highlights the text of this element, as `x`. Runs in the page. */
function highlight(id: string): void {
  const range = new Range();
  range.selectNodeContents(document.getElementById(id) as Element);
  CSS.highlights.set('x', new Highlight(range));
}

test('lib/page/marking/mark-style-sheet.ts: SVG text gets the background of a highlight, but no underline', async () => {
  await openPage();
  await page.setContent(TEXTS);
  const paint = async (style: string, id: string) => {
    await page.evaluate((css) => {
      CSS.highlights.clear();
      document.head.innerHTML = `<style>:root::highlight(x), text::highlight(x) { ${css} }</style>`;
    }, style);
    return countPixelsChangedBy(() => page.evaluate(highlight, id));
  };
  const UNDERLINE = 'text-decoration: underline 4px red';
  expect(await paint(UNDERLINE, 'html')).toBeGreaterThan(0);
  expect(await paint('background-color: red', 'svg')).toBeGreaterThan(0);
  expectStillNeeded((await paint(UNDERLINE, 'svg')) === 0);
});

test('lib/page/text/backdrop.ts: functions of currentColor in a highlight do not follow the text', async () => {
  await openPage();
  /** Returns whether the background behind the text has the colour of the text. */
  const paint = async (color: string) => {
    await page.setContent(
      `<style>:root::highlight(x) { background-color: ${color} }</style><p id="html" style="color: rgb(255, 0, 0)">text</p>`,
    );
    await page.evaluate(highlight, 'html');
    const picture = readPng(await page.screenshot());
    let red = 0;
    for (let x = 0; x < 60; x++)
      for (let y = 0; y < 60; y++)
        if (picture.at(x, y).join() === '255,0,0') red++;

    // The letters alone have fewer pixels.
    return red > 200;
  };
  expect(await paint('currentColor')).toBe(true);
  expectStillNeeded(!(await paint('rgb(from currentColor r g b)')));
});

test('lib/page/marking/marks.ts: thousands of highlights in one line take much longer than in as many lines', async () => {
  await openPage();
  const paint = (end: string) =>
    page.evaluate(async (between) => {
      const LINES = 4000;
      document.body.innerHTML =
        '<style>::highlight(x) { text-decoration: underline red }</style><pre></pre>';
      const text = document.createTextNode(`131047${between}`.repeat(LINES));
      document.querySelector('pre')?.append(text);
      document.body.getBoundingClientRect();
      const nextFrame = () =>
        new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      await nextFrame();
      const start = performance.now();
      const mark = new Highlight();
      for (let line = 0; line < LINES; line++) {
        const range = new Range();
        range.setStart(text, line * (6 + between.length));
        range.setEnd(text, line * (6 + between.length) + 6);
        mark.add(range);
      }
      CSS.highlights.set('x', mark);
      await nextFrame();
      return performance.now() - start;
    }, end);
  const inLines = Math.min(
    await paint('\n'),
    await paint('\n'),
    await paint('\n'),
  );
  const inOneLine = await paint(' ');
  expectStillNeeded(inOneLine > 5 * inLines);
});

test('components/card/text-isolation.ts: window.find() skips the text of a basefont element', async () => {
  await openPage();
  expect(await page.evaluate(findsTextOf, 'span')).toBe(true);
  expectStillNeeded(!(await page.evaluate(findsTextOf, 'basefont')));
});

test('entrypoints/popup/first-render.tsx: a popup is lower than its content of a fractional height', async () => {
  await openPage();
  const popup = await openToolbarPopup(launched, page.url());
  await expect.poll(() => popup.run('document.readyState')).toBe('complete');
  const setHeight = async (height: number) => {
    await popup.run(`document.body.style.height = '${height}px'; 0`);
    await expect
      .poll(() => popup.run('innerHeight'))
      .toBeGreaterThanOrEqual(Math.floor(height));
    return popup.run<number>(
      'document.documentElement.scrollHeight - innerHeight',
    );
  };
  expect(await setHeight(310)).toBe(0);
  expectStillNeeded((await setHeight(330.5)) > 0);
});

test('lib/extension/webext/tab-frames.ts: a tint of a user style sheet is not painted', async () => {
  await openPage();
  const paint = (origin: string, color: string) =>
    countPixelsChangedBy(async () => {
      await worker.evaluate(`(async () => {
        const [tab] = await chrome.tabs.query({ url: '${SITE}*' });
        const css = ':root::highlight(x) { background-color: ${color} }';
        await chrome.scripting.insertCSS({ target: { tabId: tab.id }, origin: '${origin}', css });
      })()`);
    });
  await page.setContent(TEXTS);
  await page.evaluate(highlight, 'html');
  const byUser = await paint('USER', 'red');
  expect(await paint('AUTHOR', 'black')).toBeGreaterThan(0);
  expectStillNeeded(byUser === 0);
});

test('lib/extension/webext/install-events.ts: the worker of a private window gets no onInstalled', async () => {
  await expect
    .poll(() => worker.evaluate('happened'))
    .toEqual(['install', 'onInstalled']);
  const fresh = launched.context.waitForEvent('serviceworker');
  await worker.evaluate(
    'chrome.windows.create({ incognito: true }).then(() => null)',
  );
  const own = await fresh;
  expect(await own.evaluate('chrome.extension.inIncognitoContext')).toBe(true);
  await expect.poll(() => own.evaluate('happened')).toContain('install');
  const isInstalled = await happensSoon(() =>
    own.evaluate("happened.includes('onInstalled')"),
  );
  await own
    .evaluate(
      'chrome.windows.getAll().then(([one]) => chrome.windows.remove(one.id))',
    )
    .catch(() => undefined);
  expectStillNeeded(!isInstalled);
});

test('build/manifest.ts: a policy loses a whole list with one invalid item', async ({
  skip,
}) => {
  if (blocked) skip(blocked);
  const readList = (name: string) =>
    worker.evaluate(
      `chrome.storage.managed.get().then((policy) => policy.${name} ?? null)`,
    );
  await expect.poll(() => readList('good')).toEqual(['one']);
  expectStillNeeded((await readList('mixed')) === null);
});

test('build/manifest.test.ts: an extension does not load if a property of its schema has no type', async () => {
  const load = async (property: object) => {
    const path = writeExtension({
      'manifest.json': {
        ...MANIFEST,
        name: 'Schema',
        action: undefined,
        background: undefined,
      },
      'schema.json': { type: 'object', properties: { property } },
    });
    try {
      return await launched.session
        .send('Extensions.loadUnpacked' as never, { path } as never)
        .then(() => 'loaded', String);
    } finally {
      rmSync(path, { recursive: true });
    }
  };
  expect(await load({ type: 'string' })).toBe('loaded');
  expectStillNeeded((await load({})) !== 'loaded');
});

test('lib/extension/webext/tab-frames.ts: executeScript neither runs nor rejects while access waits for a click', async () => {
  await openPage();
  const id = await worker.evaluate(
    `chrome.tabs.query({ url: '${SITE}*' }).then(([tab]) => tab.id)`,
  );
  const run = () =>
    worker.evaluate(`Promise.race([
      chrome.scripting.executeScript({ target: { tabId: ${id} }, func: () => 'ran' }).then(([{ result }]) => result, String),
      new Promise((later) => setTimeout(later, 5_000, 'waits')),
    ])`);
  expect(await run()).toBe('ran');
  const setAccess = (access: string) =>
    runInSettings(
      (own) =>
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${own}', hostAccess: '${access}' })`,
    );
  await setAccess('ON_CLICK');
  const withheld = await run();
  await setAccess('ON_ALL_SITES');
  expectStillNeeded(withheld === 'waits');
});

// Removes the access that other tests need, so it is the last one.
test('lib/extension/webext/host-permissions.ts: removing all sites also removes single ones', async () => {
  await openPage(`${launched.origin}/page.html`);
  const ONE = ['https://one.example/*'];
  const ALL = ['https://*/*'];
  /** Calls `chrome.permissions` in a click, which a request needs. */
  const ask = async (method: string, origins: readonly string[]) => {
    const call = `chrome.permissions.${method}({ origins: ${JSON.stringify(origins)} })`;
    await page.evaluate(`globalThis.answer = new Promise((done) =>
      addEventListener('click', () => ${call}.then(done, (error) => done(String(error))), { once: true })); 0`);
    await page.mouse.click(5, 5);
    return page.evaluate('answer');
  };
  for (const origins of [ONE, ALL]) {
    await runInSettings(
      (id) =>
        `chrome.developerPrivate.addHostPermission('${id}', '${origins[0]}')`,
    );
    await page.bringToFront();
    expect(await ask('request', origins)).toBe(true);
  }
  expect(await ask('contains', ONE)).toBe(true);
  expect(await ask('remove', ALL)).toBe(true);
  expect(await ask('contains', ALL)).toBe(false);
  expectStillNeeded((await ask('contains', ONE)) === false);
});
