import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Tab, TestBrowser } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

interface OwnBrowser {
  name: TestBrowser['name'];
  browser(): TestBrowser;
  /** Closes the tab after the test. */
  passing(tab: Promise<Tab>): Promise<Tab>;
  /** Like `addSites`. */
  add(...patterns: string[]): Promise<Tab>;
}

/** Adds sites, as the popup's button does. Returns the settings page that it opened. */
export async function addSites(
  browser: TestBrowser,
  patterns: readonly string[],
): Promise<Tab> {
  await browser.willAllow(patterns);

  const settings = await browser.openExtension('options.html');

  await settings.run((origins) => {
    const { permissions } =
      Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');

    addEventListener('click', () => permissions.request({ origins }), {
      once: true,
    });
  }, patterns);

  await settings.click({ x: 5, y: 5 });

  return settings;
}

/** Runs the same tests in these browsers, each started only for them, because permissions granted in it persist. */
export function describeInOwnBrowsers(
  names: readonly TestBrowser['name'][],
  title: string,
  tests: (own: OwnBrowser) => void,
): void {
  describe.each(names)(title, (name) => {
    let browser: TestBrowser;
    const tabs: Tab[] = [];

    beforeAll(async () => {
      browser = await (name === 'chromium'
        ? launchChromium()
        : launchFirefox());
    });

    afterAll(() => browser?.close());

    afterEach(async () => {
      await Promise.all(
        tabs.splice(0).map((tab) => tab.close().catch(() => undefined)),
      );
    });

    async function passing(opening: Promise<Tab>): Promise<Tab> {
      const tab = await opening;
      tabs.push(tab);
      return tab;
    }

    tests({
      name,
      browser: () => browser,
      passing,
      add: (...patterns) => passing(addSites(browser, patterns)),
    });
  });
}
