import type { Page } from 'playwright-core';
import { type Launched, launchWithExtension } from '../e2e/launch-chromium.ts';
import { benchPage, codesOn, isPageKind, type PageKind } from './pages.ts';

/** All that the bench knows of the build: its files, and what it leaves in a page. */
export const BUILD = {
  pageScript: 'content-scripts/page.js',
  markStyle: 'marks.css',
  /** Highlights of marks begin so. */
  highlight: 'errata',
  openCard: 'errata-card[data-state]',
  popup: 'popup.html',
  /** A code that the popup found. */
  found: (code: string) => `[data-code="${code}"]`,
};

/** Errata runs by itself here. */
export const CONSOLE = 'https://business.facebook.com/';
/** It may enter here, but does not by itself: so the page comes to rest first. */
const OPEN = 'https://www.twilio.com/en/';
/** It may not enter. */
const STRANGE = 'https://forum.example/';

/** After so long nothing follows: changes are gathered and the card is brought sooner. */
export const SETTLE_MS = 1_500;
/** Marks that have not come by then are missing. */
export const PATIENCE_MS = 10_000;
/** No further mark comes after so long without one. */
const LAST_MS = 2_000;

/** Chromium with the build; every address answers with a page of ours. */
export async function launch(extension: string): Promise<Launched> {
  const launched = await launchWithExtension({ extension });
  await launched.context.route(/^https?:/, (route) => {
    const kind = new URL(route.request().url()).search.slice(1);
    if (!isPageKind(kind)) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ contentType: 'text/html', body: benchPage(kind) });
  });
  return launched;
}

export const openStrange = (launched: Launched, kind: PageKind) => openAtRest(launched, STRANGE, kind);

/** The style of the marks is there, as the manifest brings it. */
export async function openConsole(launched: Launched, kind: PageKind): Promise<Page> {
  const page = await openAtRest(launched, OPEN, kind);
  await inTab(launched, `chrome.scripting.insertCSS({ target, files: ['${BUILD.markStyle}'] })`);
  return page;
}

/** Painted once and then idle, its garbage collected: what the page did for itself is not on our bill. */
async function openAtRest({ context }: Launched, address: string, kind: PageKind): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}?${kind}`);
  await page.evaluate(
    () =>
      new Promise((rested) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rested))),
      ),
  );
  await heapOf(page);
  return page;
}

/** Runs the page script in the page, which notes the moment. */
export async function enter(launched: Launched, page: Page): Promise<void> {
  await page.evaluate(() => void performance.mark('errata-start'));
  await inTab(launched, `chrome.scripting.executeScript({ target, files: ['${BUILD.pageScript}'] })`);
}

async function inTab({ worker }: Launched, work: string): Promise<void> {
  await (await worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${OPEN}*' });
    const target = { tabId: tab.id };
    await ${work};
  })()`);
}

export interface Marked {
  /** From `errata-start` to the frame after the last mark; null where none came. */
  tookMs: number | null;
  /** The share of the page's codes that is not marked. */
  missing: number;
}

/** Waits until the last cells of so many rows are marked or no further mark comes, and leaves `errata-done` at the last one. */
export async function untilMarked(page: Page, kind: PageKind): Promise<Marked> {
  const codes = codesOn(kind);
  const { tookMs, marked } = await page.evaluate(
    ({ codes, highlight, patience, last }) =>
      new Promise<{ tookMs: number | null; marked: number }>((done) => {
        const start = performance.getEntriesByName('errata-start')[0]?.startTime ?? 0;
        let marked = 0;
        let at: number | null = null;
        const look = () => {
          const now = [...CSS.highlights]
            .flatMap(([name, ranges]) => (name.startsWith(highlight) ? [...ranges] : []))
            .filter(({ startContainer: { parentElement: cell } }) => cell && !cell.nextElementSibling).length;
          if (now > marked) {
            marked = now;
            performance.clearMarks('errata-done');
            at = performance.mark('errata-done').startTime;
          }
          const waitedMs = performance.now() - (at ?? start);
          if (marked >= codes || waitedMs > (at === null ? patience : last))
            done({ tookMs: at === null ? null : at - start, marked });
          else requestAnimationFrame(() => setTimeout(look));
        };
        look();
      }),
    { codes, highlight: BUILD.highlight, patience: PATIENCE_MS, last: LAST_MS },
  );
  return { tookMs, missing: 1 - marked / codes };
}

/** Bytes that a page's scripts hold after everything that can go has gone. */
export async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize + embedderHeapUsedSize;
}
