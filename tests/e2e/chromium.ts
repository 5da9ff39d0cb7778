import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { STEP_MS } from '../patience.ts';
import type { Tab, TestBrowser, Where } from './browser.ts';
import type { Display } from './display.ts';
import { getSelectionPoint, readCard, readMarks } from './in-page.ts';
import {
  EXTENSION_SETTINGS,
  type Launched,
  launchWithExtension,
} from './launch-chromium.ts';
import { startTrap } from './serve-pages.ts';
import { readShadow } from './shadow-cdp.ts';

export interface ChromiumOptions {
  /** X display for tests that need a real window. Without one, Chromium runs headless. */
  display?: Display;
  extension?: string;
}

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

export async function launchChromium({
  display,
  extension = BUILD,
}: ChromiumOptions = {}): Promise<TestBrowser & { launched: Launched }> {
  const trap = await startTrap();

  const launched = await launchWithExtension({
    extension,
    display: display?.name,
    args: [
      `--proxy-server=http://127.0.0.1:${trap.port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  });

  const { context, origin, session, worker, close } = launched;
  const errors: string[] = [];
  const pages = new WeakMap<Tab, Page>();

  context.on('weberror', (event) => errors.push(String(event.error())));

  context.on('console', (message) => {
    if (message.type() === 'error')
      errors.push(`${message.text()} (${message.location().url})`);
  });

  await context.route(/^https?:/, async (route) =>
    route.fulfill(await trap.answer(route.request().url())),
  );

  const runInExtension = async <T>(source: string): Promise<T> =>
    (await worker()).evaluate(source) as Promise<T>;

  let settings: Page | undefined;

  /** Runs a script on chrome://extensions, which has more privileges than extension pages. */
  async function runInSettings(work: (id: string) => string): Promise<void> {
    if (!settings || settings.isClosed()) {
      settings = await context.newPage();
      await settings.goto(EXTENSION_SETTINGS);
    }

    await settings.evaluate(work(new URL(origin).host));
  }

  async function reloadExtension(): Promise<void> {
    const fresh = context.waitForEvent('serviceworker');
    await runInExtension('chrome.runtime.reload()').catch(() => undefined);
    await fresh;
  }

  /** Dispatches an event in the worker as the browser would, for the active tab. */
  const dispatchInWorker = (event: string, argument: unknown) =>
    runInExtension<void>(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.${event}.dispatch(${JSON.stringify(argument)}, tab);
    })()`);

  return {
    name: 'chromium',
    launched,
    async open(fixture, where = {}, used) {
      const page = (used && pages.get(used)) ?? (await context.newPage());

      if (used) await page.bringToFront();
      await preparePage(page, where);

      await page.goto(
        `${where.base ?? 'https://business.facebook.com/wa/'}${fixture}/`,
      );

      const tab = used ?? tabOf(context, page);

      pages.set(tab, page);

      return tab;
    },
    async openExtension(path) {
      const page = await context.newPage();
      await page.goto(`${origin}/${path}`);
      return tabOf(context, page);
    },
    addresses: async () => context.pages().map((page) => page.url()),
    async tabAt(part) {
      const findPage = () =>
        context.pages().find((page) => page.url().includes(part));

      return tabOf(
        context,
        findPage() ??
          (await context.waitForEvent('page', () => findPage() !== undefined)),
      );
    },
    outside: trap.asked,
    errors: async () => errors,
    inExtension: runInExtension,
    async badge(tab) {
      const address = JSON.stringify(await tab.address());
      return runInExtension(
        `chrome.tabs.query({ url: ${address} }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
      );
    },
    async chooseExplain(tab) {
      if (display) {
        await display.choose(tab, await tab.run(getSelectionPoint), 'e');
        return;
      }

      const text = await tab.run(() => String(getSelection()));

      // Fails where Errata has no access.
      const inFrame = await runInExtension<
        { frameId: number; result: string } | undefined
      >(`(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const target = { tabId: tab.id, allFrames: true };
        const frames = await chrome.scripting.executeScript({ target, func: () => String(getSelection()) });
        return frames.find(({ result }) => result);
      })()`).catch(() => undefined);

      await dispatchInWorker('contextMenus.onClicked', {
        menuItemId: 'explain',
        selectionText: inFrame?.result ?? text,
        editable: false,
        frameId: inFrame?.frameId ?? 0,
        pageUrl: await tab.address(),
      });
    },
    async command(tab, name) {
      await pages.get(tab)?.bringToFront();
      await dispatchInWorker('commands.onCommand', name);
    },
    async willAllow(patterns) {
      // If host access is not withheld, a grant on chrome://extensions takes effect only when the extension requests it.
      for (const pattern of patterns)
        await runInSettings(
          (id) =>
            `chrome.developerPrivate.addHostPermission('${id}', '${pattern}')`,
        );
    },
    withdraw: (pattern) =>
      runInSettings(
        (id) =>
          `chrome.developerPrivate.removeHostPermission('${id}', '${pattern}')`,
      ),
    reloadExtension,
    async updateExtension(folder) {
      // An unpacked extension has its id from its path.
      rmSync(extension, { recursive: true });
      cpSync(folder, extension, { recursive: true });
      await reloadExtension();
    },
    async switchOffAndOn() {
      const setEnabled = (on: boolean) =>
        runInSettings((id) => `chrome.management.setEnabled('${id}', ${on})`);

      await setEnabled(false);

      const fresh = context.waitForEvent('serviceworker');

      await setEnabled(true);
      await fresh;
    },
    async withoutExtension(work) {
      const sendCommand = (method: string, params: object) =>
        session.send(method as never, params as never);

      await sendCommand('Extensions.uninstall', { id: new URL(origin).host });
      await work();

      const fresh = context.waitForEvent('serviceworker');

      await sendCommand('Extensions.loadUnpacked', { path: extension });
      await fresh;
    },
    async startOver() {
      // Closing the last window would quit the browser.
      const blank = await tryTwice('open a tab', () => context.newPage());

      for (const page of context.pages())
        if (page !== blank)
          await tryTwice(`close ${page.url()}`, () => page.close());

      await tryTwice('clear the storage', () =>
        runInExtension(
          'Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.storage.sync.clear()])',
        ),
      );

      errors.length = 0;
      trap.forget();
    },
    async close() {
      await close();
      trap.close();
    },
  };
}

/** Does a step again if it does not end. Without a limit, the next files would wait until the hook gives up. */
async function tryTwice<T>(name: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const ended = await Promise.race([
      work().then((value) => ({ value })),
      sleep(STEP_MS, null, { ref: false }),
    ]);

    if (ended) return ended.value;
    console.error(`Chromium did not ${name} in ${STEP_MS / 1000} s.`);
  }

  throw new Error(`Chromium did not ${name}, twice.`);
}

async function preparePage(
  page: Page,
  { width = 1280, height = 800, scheme = 'light' }: Where,
) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
}

/** Wraps a Chromium page as a test tab. */
export function tabOf(context: BrowserContext, page: Page): Tab {
  const run = ((work, argument) =>
    page.evaluate(work as never, argument as never)) as Tab['run'];

  const getMarks = () => run(readMarks);
  let session: Promise<CDPSession> | undefined;

  const getSession = () => {
    session ??= context.newCDPSession(page);
    return session;
  };

  return {
    run,
    marks: getMarks,
    codes: async () => (await getMarks()).map(({ text }) => text).sort(),
    card: () => run(readCard),
    cardTree: async () => readShadow(await getSession()),
    async pointOf(code) {
      const mark = (await getMarks()).find(
        ({ text, x }) => text === code && !Number.isNaN(x),
      );

      if (!mark) throw new Error(`${code} is not underlined on ${page.url()}`);

      return { x: mark.x, y: mark.y };
    },
    move: ({ x, y }, steps = 8) => page.mouse.move(x, y, { steps }),
    click: ({ x, y }) => page.mouse.click(x, y),
    async tap(at) {
      const cdp = await getSession();

      await cdp.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [at],
      });

      await cdp.send('Input.dispatchTouchEvent', {
        type: 'touchEnd',
        touchPoints: [],
      });
    },
    mouse: (state) => page.mouse[state](),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    scroll: (by) => page.mouse.wheel(0, by),
    address: async () => page.url(),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    reload: async () => void (await page.reload()),
    async leave() {
      await page.mouse.up();
      await page.mouse.move(0, 0);
      await page.goto('about:blank');
    },
    close: () => page.close(),
  };
}
