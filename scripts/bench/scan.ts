import type { Page } from 'playwright-core';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { BENCH_CODES, type PageKind } from './page.ts';
import { note, noteTurns, type Samples } from './samples.ts';
import { costOf, markedAt, recordTrace, spentBetween } from './trace.ts';

export const PLAIN = 'https://forum.example/';
/** The card is brought when the page is idle, in a dozen scripts. */
export const SETTLE_MS = 1_500;
/** Marks that come again are all there by then, and nothing is looked at any more. */
const SWITCHED_MS = 800;
/** A host that Errata may enter, with a path where it does not run by itself: so the page comes to rest first. */
export const CONSOLE = 'https://www.twilio.com/en/';

/** A tenth of a second of work, and on the clock twice that when the machine has anything else to do. */
const TURNS = 5;

/** One round over the huge table: the bare walk and Errata, in turn. */
export async function measureScan(launched: Launched, samples: Samples): Promise<void> {
  const turns: Samples = {};
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, ms] of Object.entries(await measureWalks(launched))) note(turns, name, ms);
    const errata = await measureErrata(launched);
    for (const [name, ms] of Object.entries(errata)) note(turns, `Errata: ${name}`, ms);
  }
  noteTurns(samples, turns);
  // Not before: the browser may collect its wrappers at Errata's expense.
  note(samples, 'cold walk in a world of its own', await measureOwnWorld(launched));
}

/** A walk that reads every text: the least that any scanner must do. The first one makes the browser wrap each node. */
async function measureWalks({
  context,
  session,
}: Launched): Promise<Record<'cold walk' | 'warm walk', number>> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  const stop = await recordTrace(session);
  await page.evaluate(() => {
    const walk = () => {
      let length = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
        length += node.data.length;
      return length;
    };
    performance.mark('cold-start');
    walk();
    performance.mark('cold-done');
    walk();
    performance.mark('warm-done');
  });
  const trace = await stop();
  await page.close();
  return {
    'cold walk': spentBetween(trace, 'cold-start', 'cold-done'),
    'warm walk': spentBetween(trace, 'cold-done', 'warm-done'),
  };
}

/** The same walk where extensions work: there the browser keeps a second set of wrappers, in a table, and each node costs more. */
async function measureOwnWorld(launched: Launched): Promise<number> {
  const page = await openAtRest(launched, 'huge');
  const stop = await recordTrace(launched.session);
  await (await launched.worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${CONSOLE}*' });
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
      performance.mark('own-start');
      let length = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.data.length;
      performance.mark('own-done');
      return length;
    } });
  })()`);
  const trace = await stop();
  await page.close();
  return spentBetween(trace, 'own-start', 'own-done');
}

/** From the first line of the page script, on a page at rest, to the frame in which every code is marked, and on until the card is there. */
async function measureErrata(launched: Launched) {
  const { session, origin } = launched;
  const page = await openAtRest(launched, 'huge');
  const stop = await recordTrace(session);
  await enter(launched);
  await untilMarked(page, BENCH_CODES);
  // The card's scripts follow.
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => void performance.mark('errata-settled'));
  const trace = await stop();
  await page.close();
  const done = costOf(trace, origin, 'errata-done');
  const settled = costOf(trace, origin, 'errata-settled');
  return {
    script: done.scriptMs,
    rendering: done.renderMs,
    'all tasks': done.taskMs,
    'first mark': markedAt(trace, origin, 'errata-first'),
    'last mark': done.untilDoneMs,
    'what follows': settled.taskMs - done.taskMs,
    'longest task': settled.longestTaskMs,
  };
}

/** Painted once, and then idle: its own first layout is not on our bill. The style of the marks is there, as the manifest brings it. */
export async function openAtRest({ context, worker }: Launched, kind: PageKind): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${CONSOLE}?${kind}`);
  await (await worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${CONSOLE}*' });
    await chrome.scripting.insertCSS({ target: { tabId: tab.id }, files: ['marks.css'] });
  })()`);
  await page.evaluate(
    () =>
      new Promise((rested) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rested))),
      ),
  );
  return page;
}

export async function enter({ worker }: Launched): Promise<void> {
  await (await worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${CONSOLE}*' });
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content-scripts/page.js'] });
  })()`);
}

/** Marks come or go, as by the switch for all pages. One page with Errata and without is fairer than two, which no browser treats alike. */
export async function switchMarks({ worker }: Launched, page: Page, isOn: boolean): Promise<void> {
  await (await worker()).evaluate(`chrome.storage.local.set({ settings: { enabled: ${isOn} } })`);
  await page.waitForFunction(
    (wanted) => [...CSS.highlights.keys()].some((name) => name.startsWith('errata')) === wanted,
    isOn,
  );
  await page.waitForTimeout(SWITCHED_MS);
}

/** Leaves `errata-first` and `errata-done` in the trace. */
export function untilMarked(page: Page, codes: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        let first = false;
        const look = () => {
          let found = 0;
          for (const [name, ranges] of CSS.highlights) if (name.startsWith('errata')) found += ranges.size;
          if (found > 0 && !first) performance.mark('errata-first');
          first ||= found > 0;
          if (found < wanted) return void setTimeout(look, 8);
          requestAnimationFrame(() =>
            setTimeout(() => {
              performance.mark('errata-done');
              done();
            }),
          );
        };
        look();
      }),
    codes,
  );
}
