import type { Page } from 'playwright-core';
import { type Launched, launchWithExtension } from '../../tests/e2e/launch-chromium.ts';
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

/**
 * Waits until the last cells of so many rows are marked, and leaves `errata-done`.
 *
 * @returns Milliseconds since `errata-start`; null where marks are missing.
 */
export async function untilMarked(page: Page, kind: PageKind): Promise<number | null> {
  const codes = codesOn(kind);
  const { took, marked } = await page.evaluate(
    ({ codes, highlight, patience }) =>
      new Promise<{ took: number; marked: number }>((done) => {
        const start = performance.getEntriesByName('errata-start')[0]?.startTime ?? 0;
        const look = () => {
          const all = [...CSS.highlights].flatMap(([name, ranges]) =>
            name.startsWith(highlight) ? [...ranges] : [],
          );
          const late = performance.now() - start > patience;
          const marked =
            all.length < codes && !late
              ? 0
              : all.filter(({ startContainer: { parentElement: cell } }) => cell && !cell.nextElementSibling)
                  .length;
          if (marked < codes && !late) return void setTimeout(look, 16);
          requestAnimationFrame(() =>
            setTimeout(() => {
              const { startTime } = performance.mark('errata-done');
              done({ took: startTime - start, marked });
            }),
          );
        };
        look();
      }),
    { codes, highlight: BUILD.highlight, patience: PATIENCE_MS },
  );
  if (marked >= codes) return took;
  console.error(`errata: ${kind}: ${marked} of ${codes} codes marked in ${PATIENCE_MS / 1_000} s`);
  return null;
}

/** Bytes that a page's scripts hold after everything that can go has gone. */
export async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize + embedderHeapUsedSize;
}
