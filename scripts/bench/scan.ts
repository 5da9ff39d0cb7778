import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { ROOT } from '../run.ts';
import { BENCH_CODES, type PageKind } from './page.ts';
import { note, type Samples } from './samples.ts';
import { costOf, markedAt, recordTrace } from './trace.ts';

export const PLAIN = 'https://forum.example/';
/** A host that Errata may enter, with a path where it does not run by itself: so the page comes to rest first. */
export const CONSOLE = 'https://www.twilio.com/en/';

/** One round over the huge table: the bare walk, the peers, and Errata. */
export async function measureScan(launched: Launched, samples: Samples): Promise<void> {
  const walks = await measureWalks(launched);
  note(samples, 'cold walk', walks.cold);
  note(samples, 'warm walk', walks.warm);
  note(samples, 'mark.js', await measureMarkJs(launched));
  note(samples, 'linkify', await measureLinkify(launched));
  const errata = await measureErrata(launched);
  for (const [name, ms] of Object.entries(errata)) note(samples, `Errata: ${name}`, ms);
}

/** A walk that reads every text: the least that any scanner must do. The first one makes the browser wrap each node. */
async function measureWalks({ context }: Launched): Promise<{ cold: number; warm: number }> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  const times = await page.evaluate(() => {
    const walk = () => {
      const start = performance.now();
      let length = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
        length += node.data.length;
      return { ms: performance.now() - start, length };
    };
    return { cold: walk().ms, warm: walk().ms };
  });
  await page.close();
  return times;
}

/** The usual library: it looks for the six-digit codes alone, and wraps what it finds. */
async function measureMarkJs({ context }: Launched): Promise<number> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  await page.addScriptTag({ path: join(ROOT, 'node_modules/mark.js/dist/mark.min.js') });
  const { ms, marks } = await page.evaluate(() => {
    const { Mark } = globalThis as unknown as {
      Mark: new (root: Node) => { markRegExp(pattern: RegExp): void };
    };
    const start = performance.now();
    new Mark(document.body).markRegExp(/\b13\d{4}\b/);
    return { ms: performance.now() - start, marks: document.querySelectorAll('mark').length };
  });
  await page.close();
  if (marks < BENCH_CODES) throw new Error(`mark.js marked ${marks} of ${BENCH_CODES}`);
  return ms;
}

/** A peer that finds addresses: a walk, a scanner of its own, and elements for what it finds; here there is nothing to find. */
async function measureLinkify({ context }: Launched): Promise<number> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  await page.addScriptTag({ path: join(ROOT, 'node_modules/linkifyjs/dist/linkify.min.js') });
  await page.addScriptTag({ path: join(ROOT, 'node_modules/linkify-element/dist/linkify-element.min.js') });
  const ms = await page.evaluate(() => {
    const { linkifyElement } = globalThis as unknown as { linkifyElement(root: Node): void };
    const start = performance.now();
    linkifyElement(document.body);
    return performance.now() - start;
  });
  await page.close();
  return ms;
}

/** From the first line of the page script, on a page at rest, to the frame in which every code is marked, and on until the card is there. */
async function measureErrata(launched: Launched) {
  const { session, origin } = launched;
  const page = await openAtRest(launched, 'huge');
  const stop = await recordTrace(session);
  await enter(launched);
  await untilMarked(page, BENCH_CODES);
  // The card's scripts follow.
  await page.waitForTimeout(700);
  await page.evaluate(() => void performance.mark('errata-settled'));
  const trace = await stop();
  await page.close();
  const done = costOf(trace, origin, 'errata-done');
  return {
    script: done.scriptMs,
    rendering: done.renderMs,
    'all tasks': done.taskMs,
    'first mark': markedAt(trace, origin, 'errata-first'),
    'last mark': done.untilDoneMs,
    'longest task': costOf(trace, origin, 'errata-settled').longestTaskMs,
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
          if (found < wanted) return void setTimeout(look, 4);
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
