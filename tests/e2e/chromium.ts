import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../build/browsers.ts';
import type { Box, Point, ShadowNode, Tab, TestBrowser, Where } from './browser.ts';
import { readCard, readMarks } from './in-page.ts';
import { startTrap } from './serve-pages.ts';

export interface ChromiumOptions {
  /** Shows its windows on the X display that `DISPLAY` names, for what only a real window does. */
  headed?: boolean;
  extension?: string;
}

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

export async function launchChromium({
  headed = false,
  extension = BUILD,
}: ChromiumOptions = {}): Promise<TestBrowser> {
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no build in ${extension}; run "npm run build"`);
  const trap = await startTrap();
  const profile = mkdtempSync(join(tmpdir(), 'errata-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: { width: 1280, height: 800 },
    args: [
      ...CHROMIUM_FLAGS,
      ...(headed ? [] : ['--headless=new']),
      `--proxy-server=http://127.0.0.1:${trap.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const errors: string[] = [];
  context.on('weberror', (event) => errors.push(String(event.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  await context.route(/^https?:/, async (route) => route.fulfill(await trap.answer(route.request().url())));

  const worker = async () => context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const origin = (await worker()).url().split('/').slice(0, 3).join('/');
  const inExtension = async <T>(source: string): Promise<T> =>
    (await worker()).evaluate(source) as Promise<T>;
  /** Fires an event of the worker as the browser would, on the tab in front. */
  const dispatch = (event: string, argument: unknown) =>
    inExtension<void>(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.${event}.dispatch(${JSON.stringify(argument)}, tab);
    })()`);

  return {
    name: 'chromium',
    async open(fixture, where = {}) {
      const page = await context.newPage();
      await prepare(page, where);
      await page.goto(`${where.base ?? 'https://business.facebook.com/wa/'}${fixture}/`);
      return tabOf(context, page);
    },
    async openExtension(path) {
      const page = await context.newPage();
      await page.goto(`${origin}/${path}`);
      return tabOf(context, page);
    },
    addresses: async () => context.pages().map((page) => page.url()),
    async tabAt(part) {
      const there = () => context.pages().find((page) => page.url().includes(part));
      return tabOf(context, there() ?? (await context.waitForEvent('page', () => there() !== undefined)));
    },
    outside: trap.asked,
    errors: async () => errors,
    inExtension,
    async badge(tab) {
      const address = JSON.stringify(await tab.address());
      return inExtension(
        `chrome.tabs.query({ url: ${address} }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
      );
    },
    async chooseExplain(tab) {
      const selectionText = await tab.run(() => String(getSelection()));
      await dispatch('contextMenus.onClicked', {
        menuItemId: 'explain',
        selectionText,
        editable: false,
        frameId: 0,
        pageUrl: await tab.address(),
      });
    },
    command: (_tab, name) => dispatch('commands.onCommand', name),
    async close() {
      await context.close();
      trap.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function prepare(page: Page, { width = 1280, height = 800, scheme = 'light' }: Where) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
}

function tabOf(context: BrowserContext, page: Page): Tab {
  const run = ((work, argument) => page.evaluate(work as never, argument as never)) as Tab['run'];
  const marks = () => run(readMarks);
  return {
    run,
    marks,
    codes: async () => (await marks()).map(({ text }) => text).sort(),
    card: () => run(readCard),
    async cardTree() {
      const session = await context.newCDPSession(page);
      const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
        root: CdpNode;
      };
      return shownCard(session, root);
    },
    async pointOf(code) {
      const mark = (await marks()).find(({ text, x }) => text === code && !Number.isNaN(x));
      if (!mark) throw new Error(`${code} is not underlined on ${page.url()}`);
      return { x: mark.x, y: mark.y };
    },
    move: ({ x, y }, steps = 8) => page.mouse.move(x, y, { steps }),
    click: ({ x, y }) => page.mouse.click(x, y),
    mouse: (state) => page.mouse[state](),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    scroll: (by) => page.mouse.wheel(0, by),
    address: async () => page.url(),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    reload: async () => void (await page.reload()),
    close: () => page.close(),
  };
}

interface CdpNode {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
}

function shownCard(session: CDPSession, node: CdpNode): ShadowNode | null {
  const [root] = node.shadowRoots ?? [];
  if (node.nodeName === 'ERRATA-CARD')
    return root?.children?.length ? shadowNode(session, { ...node, children: root.children }) : null;
  for (const child of [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ]) {
    const found = shownCard(session, child);
    if (found) return found;
  }
  return null;
}

function shadowNode(session: CDPSession, node: CdpNode): ShadowNode {
  const pairs = node.attributes ?? [];
  const children = (node.children ?? []).filter(({ nodeName }) => nodeName !== 'STYLE');
  const text = (of: CdpNode): string =>
    of.nodeName === 'STYLE' ? '' : of.nodeValue + (of.children ?? []).map(text).join('');
  return {
    tag: node.nodeName.toLowerCase(),
    attributes: Object.fromEntries(
      pairs.flatMap((name, at) => (at % 2 === 0 ? [[name, pairs[at + 1] ?? '']] : [])),
    ),
    text: children.map(text).join(''),
    children: children
      .filter(({ nodeName }) => !nodeName.startsWith('#'))
      .map((child) => shadowNode(session, child)),
    async box() {
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
      return boxOf(model.border);
    },
  };
}

function boxOf(quad: readonly number[]): Box {
  const [x1 = 0, y1 = 0, x2 = 0, , , y3 = 0] = quad;
  const at: Point = { x: x1, y: y1 };
  return { ...at, width: x2 - x1, height: y3 - y1 };
}
