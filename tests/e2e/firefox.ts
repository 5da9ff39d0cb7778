import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { firefoxPath } from '../../build/browsers.ts';
import { type Bidi, bidiOf } from './bidi.ts';
import type { Point, Tab, TestBrowser } from './browser.ts';
import { readCard, readMarks } from './in-page.ts';
import { type Answer, startTrap } from './serve-pages.ts';
import { readShadow } from './shadow-bidi.ts';

const BUILD = join(import.meta.dirname, '../../.output/firefox-mv3');
/** Fixed, so that its pages have an address that we know. */
const UUID = '8c9a3c1e-5d0b-4e0f-9a54-0e7f6a1c2b3d';
const ORIGIN = `moz-extension://${UUID}`;

interface Context {
  context: string;
  url: string;
}

export async function launchFirefox(extension = BUILD): Promise<TestBrowser> {
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no build in ${BUILD}; run "npm run build:firefox"`);
  const trap = await startTrap();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    // Lets BiDi into the browser's own window: its context menu, its shortcuts, its console.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'errata@errata.example': UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': trap.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': trap.port,
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
  const bidi = bidiOf(browser);
  await answerRequests(bidi, trap.answer);
  await browser.installExtension(extension);
  const chrome = await browserWindow(bidi);

  const contexts = async () =>
    (await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', { maxDepth: 0 })).contexts;
  const newTab = async () =>
    (await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })).context;

  /** The service page of the tests: an extension page with the `browser` API, opened behind the others. */
  const inExtension = async <T>(source: string): Promise<T> => {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      background: true,
    });
    await showExtensionPage(bidi, context, `${ORIGIN}/options.html`);
    try {
      return await bidi.call<T>(context, `() => { const chrome = browser; return ${source}; }`);
    } finally {
      await bidi.send('browsingContext.close', { context });
    }
  };

  return {
    name: 'firefox',
    async open(
      fixture,
      { base = 'https://business.facebook.com/wa/', width = 1280, height = 800, scheme = 'light' } = {},
    ) {
      await chrome(
        '(value) => Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", value)',
        scheme === 'dark' ? 0 : 1,
      );
      const context = await newTab();
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
      await bidi.send('browsingContext.navigate', { context, url: `${base}${fixture}/`, wait: 'complete' });
      return tabOf(bidi, context);
    },
    async openExtension(path) {
      const context = await newTab();
      await showExtensionPage(bidi, context, `${ORIGIN}/${path}`);
      return tabOf(bidi, context);
    },
    addresses: async () => (await contexts()).map(({ url }) => url),
    async tabAt(part) {
      const found = await until(async () => (await contexts()).find(({ url }) => url.includes(part)));
      return tabOf(bidi, found.context);
    },
    outside: trap.asked,
    errors: () =>
      chrome(
        `(origin) => Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & message.warningFlag))
        .filter((error) => (error.sourceName + error.cssSelectors).includes(origin) || error.errorMessage.includes(origin))
        .map((error) => error.errorMessage + ' (' + error.sourceName + ')')`,
        ORIGIN,
      ),
    inExtension,
    async badge(tab) {
      const address = JSON.stringify(await tab.address());
      return inExtension(
        `chrome.tabs.query({ url: ${address} }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
      );
    },
    async chooseExplain(tab) {
      const at = await tab.run(() => {
        const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
        return { x: box ? box.x + box.width / 2 : 0, y: box ? box.y + box.height / 2 : 0 };
      });
      await (tab as FirefoxTab).rightClick(at);
      await until(() =>
        chrome<boolean>('() => document.getElementById("contentAreaContextMenu").state === "open"'),
      );
      await chrome(`() => {
        const menu = document.getElementById('contentAreaContextMenu');
        menu.activateItem(menu.querySelector('menuitem[id*="errata_"][id$="explain"]'));
      }`);
    },
    async command(_tab, name) {
      // The keys of an extension stand in the order of its manifest and carry no name.
      const at = await inExtension<number>(
        `Object.keys(chrome.runtime.getManifest().commands).indexOf('${name}')`,
      );
      await chrome(
        '(at) => document.querySelectorAll("keyset[id^=ext-keyset-id-errata] key")[at].doCommand()',
        at,
      );
    },
    async close() {
      await browser.close();
      trap.close();
    },
  };
}

/** Everything that a page asks for over http is answered from `.output/pages`. */
async function answerRequests(bidi: Bidi, answer: (url: string) => Promise<Answer>) {
  await bidi.on<{ isBlocked: boolean; request: { request: string; url: string } }>(
    'network.beforeRequestSent',
    async ({ isBlocked, request }) => {
      if (!isBlocked) return;
      const { status, headers, body } = await answer(request.url);
      await bidi.send('network.provideResponse', {
        request: request.request,
        statusCode: status,
        reasonPhrase: status === 200 ? 'OK' : 'Not Found',
        headers: Object.entries(headers).map(([name, value]) => ({ name, value: { type: 'string', value } })),
        body: { type: 'base64', value: body.toString('base64') },
      });
    },
  );
  await bidi.send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: ['http', 'https'].map((protocol) => ({ type: 'pattern', protocol })),
  });
}

/** Runs functions in the browser's own window, with its powers. */
async function browserWindow(bidi: Bidi) {
  const { contexts } = await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {
    maxDepth: 0,
    'moz:scope': 'chrome',
  });
  const window = contexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context ?? '';
  return <R>(source: string, argument?: unknown) => bidi.call<R>(window, source, argument);
}

/** BiDi reports no load for an address of an extension, so the page is asked until it is ready. */
async function showExtensionPage(bidi: Bidi, context: string, url: string) {
  await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
  await until(() =>
    bidi
      .call<boolean>(context, '(url) => location.href === url && document.readyState === "complete"', url)
      .catch(() => false),
  );
}

/** Asks again until there is an answer. */
async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    await new Promise((next) => setTimeout(next, 25));
  }
}

interface FirefoxTab extends Tab {
  rightClick(at: Point): Promise<void>;
}

const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Tab: '\uE004',
  Enter: '\uE006',
  Backspace: '\uE003',
  Home: '\uE011',
  End: '\uE010',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};

function tabOf(bidi: Bidi, context: string): FirefoxTab {
  const run = ((work, argument) => bidi.call(context, work.toString(), argument)) as Tab['run'];
  const marks = () => run(readMarks);
  let pointer: Point = { x: 0, y: 0 };
  const act = (type: 'pointer' | 'key' | 'wheel', actions: object[]) =>
    bidi.send<void>('input.performActions', {
      context,
      actions: [
        { type, id: type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions },
      ],
    });
  const moves = (to: Point, steps: number) => {
    const from = pointer;
    pointer = { x: Math.round(to.x), y: Math.round(to.y) };
    return Array.from({ length: steps }, (_, step) => {
      const part = (step + 1) / steps;
      return {
        type: 'pointerMove',
        x: Math.round(from.x + (pointer.x - from.x) * part),
        y: Math.round(from.y + (pointer.y - from.y) * part),
        duration: 0,
      };
    });
  };
  const pressed = (button: number) => [
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ];
  const stroke = (key: string) => {
    const keys = key.length > 1 ? key.split('+').map((name) => KEYS[name] ?? name) : [key];
    return [
      ...keys.map((value) => ({ type: 'keyDown', value })),
      ...keys.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
  };
  return {
    run,
    marks,
    codes: async () => (await marks()).map(({ text }) => text).sort(),
    card: () => run(readCard),
    cardTree: () => readShadow(bidi, context),
    async pointOf(code) {
      const mark = (await marks()).find(({ text, x }) => text === code && !Number.isNaN(x));
      if (!mark) throw new Error(`${code} is not underlined`);
      return { x: mark.x, y: mark.y };
    },
    move: (to, steps = 8) => act('pointer', moves(to, steps)),
    click: (at) => act('pointer', [...moves(at, 1), ...pressed(0)]),
    rightClick: (at) => act('pointer', [...moves(at, 1), ...pressed(2)]),
    mouse: (state) => act('pointer', [{ type: state === 'down' ? 'pointerDown' : 'pointerUp', button: 0 }]),
    press: (key) => act('key', stroke(key)),
    type: (text) => act('key', [...text].flatMap(stroke)),
    scroll: (by) => act('wheel', [{ type: 'scroll', ...pointer, deltaX: 0, deltaY: by }]),
    address: () => run(() => location.href),
    async screenshot(file) {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      await writeFile(file, Buffer.from(data, 'base64'));
    },
    reload: async () => void (await bidi.send('browsingContext.reload', { context, wait: 'complete' })),
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  };
}
