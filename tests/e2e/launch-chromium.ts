import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Worker } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../build/browsers.ts';

/** Chromium or Chrome with one unpacked extension. */
export interface Launched {
  context: BrowserContext;
  /** `chrome-extension://…`, without a slash at the end. */
  origin: string;
  /** Speaks to the browser as a whole. */
  session: CDPSession;
  /** The extension's worker; the debugger keeps it awake. */
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  extension: string;
  /** The X display for its windows; headless without one, `true` for the user's own. */
  display?: string | true | undefined;
  /** A profile that outlives its browsers. Each start brings the extension along, which Google's own Chrome does not do. */
  profile?: string;
  /** The user allowed the extension in private windows. */
  inPrivate?: boolean;
  args?: readonly string[];
  width?: number;
  height?: number;
}

export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const { extension, display, inPrivate = false, args = [], width = 1280, height = 800 } = options;
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`There is no build in ${extension}`);
  const profile = options.profile ?? developerProfile();
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: display === true ? null : { width, height },
    ignoreDefaultArgs: ['--disable-extensions'],
    // Root has no sandbox; anybody else needs no warning about it.
    chromiumSandbox: display === true && !isRoot,
    handleSIGINT: display !== true,
    args: [
      ...CHROMIUM_FLAGS.filter((flag) => isRoot || display !== true || flag !== '--no-sandbox'),
      ...(display ? [`--window-size=${width},${height}`] : ['--headless=new', '--screen-info={1600x1200}']),
      '--enable-unsafe-extension-debugging',
      ...(options.profile ? [`--load-extension=${extension}`] : []),
      ...args,
    ],
    ...(typeof display === 'string' && { env: { ...process.env, DISPLAY: display } }),
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This Chromium lets no debugger in');
  const worker = async () => context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const load = { path: extension, enableInIncognito: inPrivate };
  const { id } = options.profile
    ? { id: new URL((await worker()).url()).host }
    : ((await session.send('Extensions.loadUnpacked' as never, load as never)) as { id: string });
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

/** Without developer mode Chromium switches an unpacked extension off when it reloads. */
export function developerProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'errata-chromium-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), '{"extensions":{"ui":{"developer_mode":true}}}');
  return profile;
}
