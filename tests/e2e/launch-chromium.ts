import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Worker,
} from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../build/browsers.ts';
import { PATIENCE_MS, POLL_MS } from '../patience.ts';

/** Chromium or Chrome with one unpacked extension. */
export interface Launched {
  context: BrowserContext;
  /** `chrome-extension://…`, without a trailing slash. */
  origin: string;
  /** CDP session of the browser. */
  session: CDPSession;
  /** Returns the extension's service worker. The debugger keeps it alive. */
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

/** A page that can change an extension's access, like chrome://extensions, at a third of its cost. */
export const EXTENSION_SETTINGS = 'chrome://extensions/strings.m.js';

export interface LaunchOptions {
  extension: string;
  /** X display for the windows; `true` is the user's own display. Without one, the browser is headless. */
  display?: string | true | undefined;
  /** A profile that persists across browser starts. Each start loads the extension again, except in branded Chrome. */
  profile?: string;
  /** True if the user allows the extension in private windows. */
  inPrivate?: boolean;
  args?: readonly string[];
  width?: number;
  height?: number;
}

export async function launchWithExtension(
  options: LaunchOptions,
): Promise<Launched> {
  const {
    extension,
    display,
    inPrivate = false,
    args = [],
    width = 1280,
    height = 800,
  } = options;

  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no build in ${extension}`);

  const profile = options.profile ?? createDeveloperProfile();
  const isRoot = process.getuid?.() === 0;

  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    timeout: PATIENCE_MS,
    headless: false,
    viewport: display === true ? null : { width, height },
    ignoreDefaultArgs: ['--disable-extensions'],
    // The sandbox does not work for root. For other users, `--no-sandbox` would show a warning.
    chromiumSandbox: display === true && !isRoot,
    handleSIGINT: display !== true,
    args: [
      ...CHROMIUM_FLAGS.filter(
        (flag) => isRoot || display !== true || flag !== '--no-sandbox',
      ),
      ...(display
        ? [`--window-size=${width},${height}`]
        : ['--headless=new', '--screen-info={1600x1200}']),
      '--enable-unsafe-extension-debugging',
      ...(options.profile ? [`--load-extension=${extension}`] : []),
      ...args,
    ],
    ...(typeof display === 'string' && {
      env: { ...process.env, DISPLAY: display },
    }),
  });

  context.setDefaultTimeout(POLL_MS);

  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This Chromium lets no debugger in');

  const worker = async () =>
    context.serviceWorkers().at(-1) ??
    (await context.waitForEvent('serviceworker'));

  const load = { path: extension, enableInIncognito: inPrivate };

  const { id } = options.profile
    ? { id: new URL((await worker()).url()).host }
    : ((await session.send(
        'Extensions.loadUnpacked' as never,
        load as never,
      )) as {
        id: string;
      });

  return {
    context,
    origin: `chrome-extension://${id}`,
    session,
    worker,
    async close() {
      await context.close();
      if (options.profile) return;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Creates a profile in developer mode. Without it, Chromium disables an unpacked extension on reload. */
export function createDeveloperProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'errata-chromium-'));

  mkdirSync(join(profile, 'Default'));

  writeFileSync(
    join(profile, 'Default/Preferences'),
    '{"extensions":{"ui":{"developer_mode":true}}}',
  );

  return profile;
}
