import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Tab } from '../e2e/browser.ts';
import { tabOf } from '../e2e/chromium.ts';
import { launchWithExtension } from '../e2e/launch-chromium.ts';
import { startTrap } from '../e2e/serve-pages.ts';
import { POLL_MS } from '../patience.ts';

const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3');

/** Folder of the screenshots, for inspection by a person. */
export const SHOTS = join(import.meta.dirname, '../../shots/apps');

/** A page of an application, both as a Playwright page and as a tab of Errata's own tests. */
export interface AppPage {
  page: Page;
  tab: Tab;
  /** Console errors and uncaught exceptions. */
  errors: string[];
}

/**
 * Starts Chromium with Errata, with access to `127.0.0.1` but not to `localhost`, where the same application runs without Errata.
 */
export async function launchErrata() {
  // Applications request fonts, news and templates. Only this machine answers.
  const trap = await startTrap();

  const { context, origin, close } = await launchWithExtension({
    extension: EXTENSION,
    width: 1400,
    height: 900,
    args: [`--proxy-server=http://127.0.0.1:${trap.port}`],
  });

  // On a busy machine the first page of an application loads slowly.
  context.setDefaultNavigationTimeout(POLL_MS);
  context.setDefaultTimeout(POLL_MS);

  const site = 'http://127.0.0.1/*';
  const page = await context.newPage();

  await page.goto('chrome://extensions/');

  await page.evaluate(
    `chrome.developerPrivate.addHostPermission('${new URL(origin).host}', '${site}')`,
  );

  await page.goto(`${origin}/options.html`);

  await page.evaluate((asked) => {
    const { permissions } = Reflect.get(globalThis, 'chrome');
    addEventListener('click', () => permissions.request({ origins: [asked] }), {
      once: true,
    });
  }, site);

  await page.mouse.click(5, 5);

  return {
    origin,
    async open(address: string): Promise<AppPage> {
      const opened = await context.newPage();
      const errors: string[] = [];

      opened.on('pageerror', (error) => errors.push(String(error.stack)));

      opened.on('console', (message) => {
        if (message.type() === 'error')
          errors.push(`${message.text()} (${message.location().url})`);
      });

      await opened.goto(address);

      return { page: opened, tab: tabOf(context, opened), errors };
    },
    async close() {
      await close();
      trap.close();
    },
  };
}

/** Returns the traces of Errata that a page can see in its DOM. */
export function findTraces({ page }: AppPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) =>
        [
          one.localName,
          ...[...one.attributes].map(({ name, value }) => `${name}=${value}`),
        ].some((text) => /errata/i.test(text)),
      )
      .map(({ localName }) => localName),
  );
}
