import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Tab } from '../e2e/browser.ts';
import { tabOf } from '../e2e/chromium.ts';
import { launchWithExtension } from '../e2e/launch-chromium.ts';
import { startTrap } from '../e2e/serve-pages.ts';

const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3');

/** Where the pictures go, to be looked at. */
export const SHOTS = join(import.meta.dirname, '../../shots/apps');

/** A page of an application, as a test drives it and as Errata's other tests see it. */
export interface AppPage {
  page: Page;
  tab: Tab;
  /** Errors on its console and errors that nothing caught. */
  errors: string[];
}

/** Chromium with Errata, to which a person has added `127.0.0.1`, and not `localhost`: the same application is there without it. */
export async function launchErrata() {
  // Applications ask for fonts, news and templates. Only this machine answers.
  const trap = await startTrap();
  const { context, origin, close } = await launchWithExtension({
    extension: EXTENSION,
    width: 1400,
    height: 900,
    args: [`--proxy-server=http://127.0.0.1:${trap.port}`],
  });
  // Where an application starts beside other work, its first page takes long.
  context.setDefaultNavigationTimeout(120_000);
  context.setDefaultTimeout(30_000);
  const site = 'http://127.0.0.1/*';
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(`chrome.developerPrivate.addHostPermission('${new URL(origin).host}', '${site}')`);
  await page.goto(`${origin}/options.html`);
  await page.evaluate((asked) => {
    const { permissions } = Reflect.get(globalThis, 'chrome');
    addEventListener('click', () => permissions.request({ origins: [asked] }), { once: true });
  }, site);
  await page.mouse.click(5, 5);

  return {
    origin,
    async open(address: string): Promise<AppPage> {
      const opened = await context.newPage();
      const errors: string[] = [];
      opened.on('pageerror', (error) => errors.push(String(error.stack)));
      opened.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
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

/** What a page can see of Errata in its own tree. */
export function tracesOf({ page }: AppPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) =>
        [one.localName, ...[...one.attributes].map(({ name, value }) => `${name}=${value}`)].some((text) =>
          /errata/i.test(text),
        ),
      )
      .map(({ localName }) => localName),
  );
}
