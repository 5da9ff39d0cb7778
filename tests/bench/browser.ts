import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Launched, launchWithExtension } from '../e2e/launch-chromium.ts';
import { PAGES } from '../pages/build.ts';
import {
  countCodesOn,
  createBenchPage,
  isPageKind,
  type PageKind,
} from './pages.ts';
import { measureBetween, recordTrace } from './trace.ts';

/** All that the benchmark knows about the build: its files and its effects in a page. */
export const BUILD = {
  pageScript: 'content-scripts/page.js',
  annotator: 'annotator.js',
  markStyle: 'marks.css',
  /** Prefix of the highlight names of marks. */
  highlight: 'errata',
  openCard: 'errata-card[data-state]',
  popup: 'popup.html',
  /** Selector of a code that the popup found. */
  found: (code: string) => `[data-code="${code}"]`,
};

/** A site on which Errata runs by default. */
export const CONSOLE = 'https://business.facebook.com/';
/** A site on which Errata has access but does not run by default, so that the page can settle first. */
const OPEN = 'https://www.twilio.com/en/';
/** A site without access for Errata. */
const OTHER_SITE = 'https://forum.example/';

/** After this time all work is done: it covers the throttling of changes and the prefetch of the card. */
export const SETTLE_MS = 1_500;
/** Timeout for marks. */
export const MAX_WAIT_MS = 10_000;
/** After this time without a new mark, no further mark is expected. */
const MAX_GAP_MS = 2_000;

/** Starts Chromium with the build. All requests are answered with test pages. */
export async function launch(extension: string): Promise<Launched> {
  const launched = await launchWithExtension({ extension });

  await launched.context.route(/^https?:/, (route) => {
    const { pathname, search } = new URL(route.request().url());

    const file =
      pathname.startsWith('/pages/') &&
      join(PAGES, pathname.slice('/pages/'.length));

    if (file && existsSync(file)) return route.fulfill({ path: file });

    const kind = search.slice(1);
    if (!isPageKind(kind)) return route.fulfill({ status: 404, body: '' });

    return route.fulfill({
      contentType: 'text/html',
      body: createBenchPage(kind),
    });
  });

  return launched;
}

export const openOtherSite = (launched: Launched, kind: PageKind) =>
  openAtRest(launched, OTHER_SITE, kind);

/** Opens a page with the style sheet of the marks, as the manifest injects it. */
export async function openConsole(
  launched: Launched,
  kind: PageKind,
): Promise<Page> {
  const page = await openAtRest(launched, OPEN, kind);

  await runInWorker(
    launched,
    `chrome.scripting.insertCSS({ target, files: ['${BUILD.markStyle}'] })`,
  );

  return page;
}

/** Opens a page and waits until it has painted, is idle and its garbage is collected, so that its own work is not measured. */
async function openAtRest(
  { context }: Launched,
  address: string,
  kind: PageKind,
): Promise<Page> {
  const page = await context.newPage();

  await page.goto(`${address}?${kind}`);

  await page.evaluate(
    () =>
      new Promise((rested) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestIdleCallback(rested)),
        ),
      ),
  );

  await measureHeap(page);

  return page;
}

export async function injectPageScript(
  launched: Launched,
  page: Page,
): Promise<void> {
  await page.evaluate(() => void performance.mark('errata-start'));

  await runInWorker(
    launched,
    `chrome.scripting.executeScript({ target, files: ['${BUILD.pageScript}'] })`,
  );
}

async function runInWorker({ worker }: Launched, work: string): Promise<void> {
  await (await worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${OPEN}*' });
    const target = { tabId: tab.id };
    await ${work};
  })()`);
}

export interface Marked {
  /** Time from `errata-start` to the frame after the last mark. Null if there was no mark. */
  tookMs: number | null;
  /** Share of the page's codes that are not marked. */
  missing: number;
}

/** Waits until the cells of the last rows are marked, or until no further mark appears. Sets `errata-done` at the last mark. */
export async function waitUntilMarked(
  page: Page,
  kind: PageKind,
): Promise<Marked> {
  const codes = countCodesOn(kind);

  const { tookMs, marked } = await page.evaluate(
    ({ codes, highlight, patience, last }) =>
      new Promise<{ tookMs: number | null; marked: number }>((done) => {
        const start =
          performance.getEntriesByName('errata-start')[0]?.startTime ?? 0;

        let marked = 0;
        let at: number | null = null;

        const checkMarks = () => {
          const now = [...CSS.highlights]
            .flatMap(([name, ranges]) =>
              name.startsWith(highlight) ? [...ranges] : [],
            )
            .filter(
              ({ startContainer: { parentElement: cell } }) =>
                cell && !cell.nextElementSibling,
            ).length;

          if (now > marked) {
            marked = now;
            performance.clearMarks('errata-done');
            at = performance.mark('errata-done').startTime;
          }

          const waitedMs = performance.now() - (at ?? start);

          if (marked >= codes || waitedMs > (at === null ? patience : last))
            done({ tookMs: at === null ? null : at - start, marked });
          else requestAnimationFrame(() => setTimeout(checkMarks));
        };

        checkMarks();
      }),
    {
      codes,
      highlight: BUILD.highlight,
      patience: MAX_WAIT_MS,
      last: MAX_GAP_MS,
    },
  );

  return { tookMs, missing: 1 - marked / codes };
}

/** Returns the bytes that a page's scripts retain after garbage collection. */
export async function measureHeap(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);

  for (let round = 0; round < 3; round++)
    await cdp.send('HeapProfiler.collectGarbage');

  const { usedSize, embedderHeapUsedSize = 0 } = await cdp.send(
    'Runtime.getHeapUsage',
  );

  await cdp.detach();

  return usedSize + embedderHeapUsedSize;
}

/** Measures a plain traversal, the minimum for any reader. It makes the browser create a wrapper for each node, as Errata does. */
export async function measureWalk(
  launched: Launched,
  layout: PageKind,
): Promise<number> {
  const page = await openOtherSite(launched, layout);
  const stop = await recordTrace(launched.session);

  await page.evaluate(() => {
    performance.mark('walk-start');

    let length = 0;

    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );

    for (
      let node = walker.nextNode() as Text | null;
      node;
      node = walker.nextNode() as Text | null
    )
      length += node.data.length;

    performance.mark('walk-done');

    return length;
  });

  const trace = await stop();

  await page.close();

  return measureBetween(trace, 'walk-start', 'walk-done');
}
