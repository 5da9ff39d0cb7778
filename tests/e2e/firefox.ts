import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../build/browsers.ts';
import { PATIENCE_MS } from '../patience.ts';
import { type Bidi, getBidi, pollUntil } from './bidi.ts';
import type { Tab, TestBrowser } from './browser.ts';
import type { Display } from './display.ts';
import { type FirefoxTab, tabOf } from './firefox-tab.ts';
import { getSelectionPoint } from './in-page.ts';
import { type Answer, startTrap } from './serve-pages.ts';

const BUILD = join(import.meta.dirname, '../../.output/firefox-mv3');
/** Fixed, so that the URLs of extension pages are known. */
const UUID = '8c9a3c1e-5d0b-4e0f-9a54-0e7f6a1c2b3d';
export const FIREFOX_ID = 'errata@errata.example';
const ORIGIN = `moz-extension://${UUID}`;
const SERVICE = `${ORIGIN}/icon/errata.svg`;
const UUIDS = 'extensions.webextensions.uuids';
const OWN_UUID = JSON.stringify({ [FIREFOX_ID]: UUID });

interface Context {
  context: string;
  url: string;
}

export interface FirefoxBrowser extends TestBrowser {
  /** @param size Of the viewport. */
  openExtension(
    path: string,
    size?: { width: number; height: number },
  ): Promise<Tab>;
  /** Evaluates a function's source in the browser's own window, with its privileges. */
  runInWindow<T>(source: string, argument?: unknown): Promise<T>;
}

/**
 * @param home Home folder of the browser's user, for example with a policy.
 * @param prefs Preferences of the user.
 * @param display Shows the browser there, for a real pointer and keyboard.
 */
export async function launchFirefox(
  extension = BUILD,
  home?: string,
  prefs: Readonly<Record<string, number>> = {},
  display?: Display,
): Promise<FirefoxBrowser> {
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(
      `There is no build in ${BUILD}; run "npm run build:firefox"`,
    );

  const trap = await startTrap();

  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    timeout: PATIENCE_MS,
    protocolTimeout: PATIENCE_MS,
    headless: !display,
    env: {
      ...process.env,
      ...(home && { HOME: home }),
      ...(display && { DISPLAY: display.name }),
    },
    // Lets BiDi access the browser's own window: context menu, shortcuts, console.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...prefs,
      [UUIDS]: OWN_UUID,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': trap.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': trap.port,
      'network.proxy.allow_hijacking_localhost': true,
    },
  });

  const bidi = getBidi(browser);

  await answerRequests(bidi, trap.answer);
  await browser.installExtension(extension);

  const chrome = createWindowRunner(bidi);

  const getContexts = async () =>
    (
      await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {
        maxDepth: 0,
      })
    ).contexts;

  const openTab = async () =>
    (
      await bidi.send<{ context: string }>('browsingContext.create', {
        type: 'tab',
      })
    ).context;

  let service = '';

  /** Evaluates source in a background tab with an extension document that has only the `browser` API and stays open. */
  const runInExtension = async <T>(source: string): Promise<T> => {
    if (
      !(await getContexts()).some(
        ({ context, url }) => context === service && url === SERVICE,
      )
    ) {
      const tab = { type: 'tab', background: true };

      service = (
        await bidi.send<{ context: string }>('browsingContext.create', tab)
      ).context;

      await showExtensionPage(bidi, service, SERVICE);
    }

    return bidi.call<T>(
      service,
      `() => { const chrome = browser; return ${source}; }`,
    );
  };

  /** The document may close with its extension, which leaves requests without a response. */
  const closeService = () =>
    bidi
      .send('browsingContext.close', { context: service })
      .catch(() => undefined);

  const isRunning = () =>
    pollUntil(() =>
      chrome<boolean>(
        '(id) => WebExtensionPolicy.getByID(id)?.extension.backgroundState === "running"',
        FIREFOX_ID,
      ),
    );

  return {
    name: 'firefox',
    runInWindow: chrome,
    async open(
      fixture,
      {
        base = 'https://business.facebook.com/wa/',
        width = 1280,
        height = 800,
        scheme = 'light',
      } = {},
      used,
    ) {
      await chrome(
        '(value) => Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", value)',
        scheme === 'dark' ? 0 : 1,
      );

      const tab =
        (used as FirefoxTab | undefined) ?? tabOf(bidi, await openTab());

      const { context } = tab;

      if (used) await bidi.send('browsingContext.activate', { context });

      await bidi.send('browsingContext.setViewport', {
        context,
        viewport: { width, height },
      });

      await bidi.send('browsingContext.navigate', {
        context,
        url: `${base}${fixture}/`,
        wait: 'complete',
      });

      return tab;
    },
    async openExtension(path, viewport = { width: 1280, height: 800 }) {
      const context = await openTab();

      // The context may be a small window that the menu command opened.
      await bidi.send('browsingContext.setViewport', { context, viewport });
      await showExtensionPage(bidi, context, `${ORIGIN}/${path}`);

      return tabOf(bidi, context);
    },
    addresses: async () =>
      (await getContexts())
        .map(({ url }) => url)
        .filter((url) => url !== SERVICE),
    async tabAt(part) {
      const found = await pollUntil(async () =>
        (await getContexts()).find(({ url }) => url.includes(part)),
      );
      return tabOf(bidi, found.context);
    },
    outside: trap.asked,
    errors: () =>
      chrome(
        `(origin) => Services.console.getMessageArray()
        // Leaving a page under a promise is no fault of the code that waits for it.
        .filter(({ message }) => !/after context unloaded|while context is inactive/.test(message))
        .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & message.warningFlag))
        .filter((error) => (error.sourceName + error.cssSelectors).includes(origin) || error.errorMessage.includes(origin))
        .map(({ errorMessage, sourceName, lineNumber, columnNumber, stack }) =>
          errorMessage + ' (' + [sourceName, lineNumber, columnNumber].join(':') + ') ' + (stack ?? ''))`,
        ORIGIN,
      ),
    inExtension: runInExtension,
    async badge(tab) {
      const address = JSON.stringify(await tab.address());
      return runInExtension(
        `chrome.tabs.query({ url: ${address} }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
      );
    },
    async chooseExplain(tab) {
      const at = await tab.run(getSelectionPoint);

      await (tab as FirefoxTab).rightClick(at);

      await pollUntil(() =>
        chrome<boolean>(
          '() => document.getElementById("contentAreaContextMenu").state === "open"',
        ),
      );

      await chrome(`() => {
        const menu = document.getElementById('contentAreaContextMenu');
        menu.activateItem(menu.querySelector('menuitem[id*="errata_"][id$="explain"]'));
      }`);
    },
    async command(tab, name) {
      await bidi.send('browsingContext.activate', {
        context: (tab as FirefoxTab).context,
      });

      // The key elements of an extension are in the order of its manifest and have no names.
      const at = await runInExtension<number>(
        `Object.keys(chrome.runtime.getManifest().commands).indexOf('${name}')`,
      );

      await chrome(
        '(at) => document.querySelectorAll("keyset[id^=ext-keyset-id-errata] key")[at].doCommand()',
        at,
      );
    },
    willAllow: () =>
      chrome(
        '() => Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false)',
      ),
    withdraw: (pattern) =>
      chrome(
        `async ([id, origin]) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID(id);
          await ExtensionPermissions.remove(id, { permissions: [], origins: [origin] }, extension);
        }`,
        [FIREFOX_ID, pattern],
      ),
    async reloadExtension() {
      await closeService();

      // The same steps as `runtime.reload()`.
      await chrome(
        `async (id) => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID(id)).reload();
        }`,
        FIREFOX_ID,
      );

      await isRunning();
    },
    async updateExtension(folder) {
      await closeService();
      await browser.installExtension(folder);
      await isRunning();
    },
    async switchOffAndOn() {
      await closeService();

      await chrome(
        `async (id) => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          const addon = await AddonManager.getAddonByID(id);
          await addon.disable();
          await addon.enable();
        }`,
        FIREFOX_ID,
      );

      await isRunning();
    },
    async withoutExtension(work) {
      await closeService();
      await browser.uninstallExtension(FIREFOX_ID);
      await work();

      // The browser forgets the preference when the extension is removed.
      await chrome(
        '([name, value]) => Services.prefs.setStringPref(name, value)',
        [UUIDS, OWN_UUID],
      );

      await browser.installExtension(extension);
    },
    async startOver() {
      const blank = await openTab();

      for (const { context } of await getContexts())
        if (context !== blank)
          await bidi.send('browsingContext.close', { context });

      await runInExtension(
        'Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.storage.sync.clear()])',
      );

      await chrome('() => Services.console.reset()');
      trap.forget();
    },
    async close() {
      await browser.close();
      trap.close();
    },
  };
}

/** Answers all HTTP requests of pages from `.output/pages`. */
async function answerRequests(
  bidi: Bidi,
  answer: (url: string) => Promise<Answer>,
) {
  await bidi.on<{
    isBlocked: boolean;
    request: { request: string; url: string };
  }>('network.beforeRequestSent', async ({ isBlocked, request }) => {
    if (!isBlocked) return;

    const { status, headers, body } = await answer(request.url);

    const response = {
      request: request.request,
      statusCode: status,
      reasonPhrase: status === 200 ? 'OK' : 'Not Found',
      headers: Object.entries(headers).map(([name, value]) => ({
        name,
        value: { type: 'string', value },
      })),
      body: { type: 'base64', value: body.toString('base64') },
    };

    // A closed tab needs no response.
    await bidi.send('network.provideResponse', response).catch(() => undefined);
  });

  await bidi.send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: ['http', 'https'].map((protocol) => ({
      type: 'pattern',
      protocol,
    })),
  });
}

/** Returns a function that evaluates code in the browser's own window, with its privileges. */
function createWindowRunner(bidi: Bidi) {
  return async <R>(source: string, argument?: unknown) => {
    // Look the window up each time, because the first one may be closed.
    const { contexts: getContexts } = await bidi.send<{ contexts: Context[] }>(
      'browsingContext.getTree',
      {
        maxDepth: 0,
        'moz:scope': 'chrome',
      },
    );

    const window =
      getContexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context ??
      '';

    return bidi.call<R>(window, source, argument);
  };
}

/**
 * Navigates to an extension page and polls until it is ready. BiDi reports no load event for moz-extension: URLs
 * (https://github.com/puppeteer/puppeteer/issues/14314).
 */
async function showExtensionPage(bidi: Bidi, context: string, url: string) {
  await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });

  await pollUntil(() =>
    bidi
      .call<boolean>(
        context,
        '(url) => location.href === url && document.readyState === "complete"',
        url,
      )
      .catch(() => false),
  );
}
