import { afterEach, describe, expect, test } from 'vitest';
import {
  type Box,
  findButton,
  getMiddle,
  type Point,
  type Tab,
  type TestBrowser,
  type Where,
} from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Launched } from './launch-chromium.ts';

interface End {
  onCleanup(close: () => Promise<void>): void;
}

async function startBrowser<B extends TestBrowser>(
  launch: () => Promise<B>,
  { onCleanup }: End,
): Promise<B> {
  const browser = await launch();
  onCleanup(browser.close);
  return browser;
}

/** One browser of each kind for all files, because starting a browser takes as long as several tests. */
const shared = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the source what a fixture needs.
  .extend('chromium', { scope: 'worker' }, ({}, end) =>
    startBrowser(launchChromium, end),
  )
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  .extend('firefox', { scope: 'worker' }, ({}, end) =>
    startBrowser(launchFirefox, end),
  );

/** Lends the worker's Chromium to tests that need its debugger. */
export const beforeAllInChromium = (work: (launched: Launched) => void): void =>
  shared.beforeAll(async ({ chromium }) => {
    await chromium.startOver();
    work(chromium.launched);
  });

/** Opens a page in a tab of the test's browser, which leaves it after the test. */
export type Open = (fixture: string, where?: Where) => Promise<Tab>;

/** A test of `npm run test:nightly`: slow, rarely failing, or of what lower levels show too. */
export const testByNight = test.runIf(process.env.NIGHTLY) as typeof test;

/** In `npm test` in Chromium only: what this tests depends little on the browser. */
export const testInOneBrowser = (name: TestBrowser['name']): typeof test =>
  name === 'firefox' ? testByNight : test;

/**
 * Runs the same tests in both browsers, each with a clean state.
 *
 * @param canReuse False if the tests depend on which tab was in front before.
 */
export function describeInBrowsers(
  names: readonly TestBrowser['name'][],
  tests: (
    open: Open,
    browser: () => TestBrowser,
    testInOne: typeof test,
  ) => void,
  canReuse = true,
): void {
  describe.each(names)('%s', (name) => {
    let browser: TestBrowser;
    const tabs: Tab[] = [];
    let unused: Tab[] = [];

    if (name === 'chromium')
      shared.beforeAll(({ chromium }) => startWith(chromium));
    else shared.beforeAll(({ firefox }) => startWith(firefox));

    async function startWith(started: TestBrowser): Promise<void> {
      browser = started;
      await browser.startOver();
      unused = [];
    }

    afterEach(async () => {
      for (const tab of tabs.splice(0))
        await (canReuse ? tab.leave() : tab.close()).then(
          () => unused.push(tab),
          () => tab.close().catch(() => undefined),
        );
    });

    tests(
      async (fixture, where) => {
        const tab = await browser.open(
          fixture,
          where,
          canReuse ? unused.pop() : undefined,
        );

        tabs.push(tab);

        return tab;
      },
      () => browser,
      testInOneBrowser(name),
    );
  });
}

export const BOTH = ['chromium', 'firefox'] as const;
/** Both browsers in `npm run test:nightly`, Chromium in `npm test`: for slow tests of code that rarely differs between them. */
export const BOTH_AT_NIGHT = process.env.NIGHTLY
  ? BOTH
  : (['chromium'] as const);

/** The marked codes of the fixture `messages`. */
export const MESSAGES: readonly string[] = [
  '131047',
  '131049',
  '131026',
  '131000',
  '130472',
  '132000',
];

/** Waits until the page shows exactly these codes, with the same number of occurrences. */
export async function expectCodes(
  tab: Tab,
  codes: readonly string[],
): Promise<void> {
  await expect.poll(() => tab.codes()).toEqual([...codes].sort());
}

export async function expectCard(
  tab: Tab,
  code: string | null,
  state: string | null = code && 'open',
): Promise<void> {
  await expect
    .poll(async () => {
      const card = await tab.card();
      return card.state === null
        ? { code: null, state: null }
        : { code: card.code, state: card.state };
    })
    .toEqual({ code, state });
}

/** Hovers over a code until its card is open. */
export async function hoverCode(tab: Tab, code: string): Promise<void> {
  await expect.poll(() => tab.codes()).toContain(code);
  await tab.move(await tab.pointOf(code));
  await expectCard(tab, code);
}

/** Waits until the box is there and has stopped moving. */
export async function waitUntilStill(
  findBox: () => Promise<Box | null | undefined>,
): Promise<Box> {
  let last: Box | null | undefined;

  await expect
    .poll(async () => {
      const before = last;

      last = await findBox();

      return (
        last?.x !== undefined && last.x === before?.x && last.y === before.y
      );
    })
    .toBe(true);

  return last as Box;
}

/** Returns the middle of an element of a page, scrolled into view, once it is there and has stopped moving. */
export async function findStill(
  tab: Tab,
  selector: string,
  index = 0,
): Promise<Point> {
  const findBox = () =>
    tab.run(
      ([wanted, at]) => {
        const element = [...document.querySelectorAll(wanted)].at(at);

        element?.scrollIntoView({ block: 'center' });

        const { x, y, width, height } =
          element?.getBoundingClientRect() ?? new DOMRect();

        return width > 0 ? { x, y, width, height } : null;
      },
      [selector, index] as const,
    );

  return getMiddle(await waitUntilStill(findBox));
}

/** Puts the pointer onto the button with this name in the card, after the card has stopped moving. */
export async function moveTo(tab: Tab, name: RegExp): Promise<Point> {
  const at = getMiddle(
    await waitUntilStill(async () =>
      findButton(await tab.cardTree(), name)?.box(),
    ),
  );

  // One step: on a busy machine a step in between could last as long as a rest, which closes the card.
  await tab.move(at, 1);

  return at;
}

/** Clicks the button with this name in the card. */
export async function pressInCard(tab: Tab, name: RegExp): Promise<void> {
  await tab.click(await moveTo(tab, name));
}
