import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import type { Launched } from '../e2e/launch-chromium.ts';
import { buildPages } from '../pages/build.ts';
import {
  BUILD,
  CONSOLE,
  injectPageScript,
  launch,
  MAX_WAIT_MS,
  measureHeap,
  measureWalk,
  openConsole,
  SETTLE_MS,
  waitUntilMarked,
} from './browser.ts';
import { type Layout, NUMBER_PAGES, type PageKind } from './pages.ts';
import { MISSING, type Values } from './report.ts';
import { computeCost, recordTrace } from './trace.ts';

const MUTATIONS = 20_000;
const MUTATING_MS = 4_000;
const WRITING_MS = 5_000;
const STORM_MS = 10_000;
const CARD_PAGES = 3;
const LOADS = 5;

/** Measures the huge page, from the start of the page script until all work is done. */
export async function measureHuge(
  launched: Launched,
  layout: Layout | 'limits',
): Promise<Values> {
  const walkMs = await measureWalk(launched, layout);
  const page = await openConsole(launched, layout);
  const before = await measureHeap(page);
  const stop = await recordTrace(launched.session);

  await injectPageScript(launched, page);

  const { tookMs, missing } = await waitUntilMarked(page, layout);
  const trace = await waitAndStop(page, stop);

  const { scriptMs, longestMs } = computeCost(
    trace,
    launched.origin,
    'bench-settled',
  );

  const heap = (await measureHeap(page)) - before;

  await page.close();

  const values: Values = {
    [`script-${layout}`]: scriptMs / walkMs,
    [`task-${layout}`]: longestMs,
    [`marked-${layout}`]: tookMs ?? MISSING,
    [`unmarked-${layout}`]: 100 * missing,
  };

  // With few marks the heap is small, so the value would be misleading.
  if (layout === 'heads')
    values.heap = missing > 0 ? MISSING : heap / 1_000_000;

  return values;
}

/** Measures the cost of changes to texts, classes and rows of the huge page, in microseconds for each change. */
export async function measureMutations(launched: Launched): Promise<Values> {
  const page = await openConsole(launched, 'heads');

  await injectPageScript(launched, page);

  const { missing } = await waitUntilMarked(page, 'heads');

  await page.waitForTimeout(SETTLE_MS);

  const stop = await recordTrace(launched.session);

  await page.evaluate(
    ({ mutations, ms }) =>
      new Promise<void>((done) => {
        const rows = [...document.querySelectorAll('tbody tr')];
        const start = performance.now();
        let made = 0;

        const changeRow = () => {
          const at = (made * 7) % rows.length;
          const row = rows[at] as Element;
          const text = row.children[made % 2 ? 5 : 6]?.firstChild;

          if (made % 4 === 0) row.classList.toggle('fresh');
          else if (made % 4 < 3 && text)
            text.nodeValue =
              made % 2
                ? `Read at 12:${made % 60}:${made % 59}`
                : `${made % 9973} ms, attempt 2`;
          else {
            rows[at] = row.cloneNode(true) as Element;
            row.replaceWith(rows[at]);
          }

          made++;
        };

        const makeChanges = () => {
          const past = performance.now() - start;
          while (made < Math.min(1, past / ms) * mutations) changeRow();
          if (made < mutations) setTimeout(makeChanges, 4);
          else done();
        };

        makeChanges();
      }),
    { mutations: MUTATIONS, ms: MUTATING_MS },
  );

  const trace = await waitAndStop(page, stop);

  await page.close();

  const { scriptMs } = computeCost(trace, launched.origin, 'bench-settled');

  return { mutation: missing > 0 ? MISSING : (1_000 * scriptMs) / MUTATIONS };
}

/**
 * Measures Errata's share of the main thread while thousands of lines with codes appear, change and disappear each
 * second, with an open card.
 */
export async function measureStorm(launched: Launched): Promise<Values> {
  const page = await openConsole(launched, 'view');

  await injectPageScript(launched, page);
  await waitUntilMarked(page, 'view');
  await restOnMark(page);
  await page.waitForTimeout(SETTLE_MS);

  const stop = await recordTrace(launched.session);

  await page.evaluate(
    ({ perSecond, ms }) =>
      new Promise<void>((done) => {
        const codes = ['131047', '131026', '131049', '130472'];
        const lines: HTMLElement[] = [];
        const start = performance.now();
        let made = 0;

        const changeRow = () => {
          const turn = ++made % 3;
          const failed = `message ${made} failed: error ${codes[made % 4]}`;
          const line = lines[(made * 7) % lines.length];

          if (turn === 0) {
            const added = document.createElement('p');
            added.textContent = failed;
            lines.push(added);
            document.body.append(added);
          } else if (turn === 1 && lines.length > 300) lines.shift()?.remove();
          else if (line?.firstChild) {
            line.firstChild.nodeValue =
              made % 2 ? `message ${made} delivered` : failed;
            line.classList.toggle('fresh', made % 9 === 0);
          }
        };

        const makeChanges = () => {
          const past = performance.now() - start;

          // Bound the changes in one step to those of a busy page. A slow machine skips the rest.
          for (
            let at = 0;
            at < perSecond / 10 && made < (past / 1_000) * perSecond;
            at++
          )
            changeRow();

          if (past < ms) setTimeout(makeChanges, 4);
          else done();
        };

        makeChanges();
      }),
    { perSecond: 20_000, ms: STORM_MS },
  );

  await page.evaluate(() => void performance.mark('bench-settled'));

  const { spentMs } = computeCost(
    await stop(),
    launched.origin,
    'bench-settled',
  );

  await page.close();

  return { storm: (100 * spentMs) / STORM_MS };
}

/**
 * Measures the delay of the latest mark, in a log that grows by a line in each frame below the huge table, with a code
 * in every twentieth line.
 */
export async function measureRestless(launched: Launched): Promise<Values> {
  const page = await openConsole(launched, 'heads');

  await page.evaluate(
    ({ ms, highlight, patience }) => {
      const log = document.createElement('div');

      log.style.cssText = 'height: 300px; overflow: auto; contain: strict';
      document.body.prepend(log);

      const waiting = new Map<Element, number>();
      let latest = 0;
      let lines = 0;
      const start = performance.now();

      const getStartTime = () =>
        performance.getEntriesByName('errata-start')[0]?.startTime ??
        performance.now();

      const lookFor = (now: number) => {
        for (const [name, ranges] of CSS.highlights)
          if (name.startsWith(highlight))
            for (const { startContainer } of ranges) {
              const line = startContainer.parentElement;
              const since = line ? waiting.get(line) : undefined;
              if (!line || since === undefined) continue;
              waiting.delete(line);
              latest = Math.max(latest, now - Math.max(since, getStartTime()));
            }
      };

      const addLine = (now: number) => {
        const writes = now - start < ms;
        if (writes) {
          const line = document.createElement('div');
          const fails = ++lines % 20 === 0;
          const outcome = fails ? 'failed: error 131047' : 'delivered';

          line.textContent = `12:00:${lines % 60} worker ${lines % 7} message ${lines}-${(lines * 7919) % 10_007} ${outcome}`;
          if (fails) waiting.set(line, now);
          log.append(line);
        }

        lookFor(now);

        const late = now - start > ms + patience;

        if (!writes && (waiting.size === 0 || late))
          document.title = `latest ${late ? Infinity : latest}`;
        else requestAnimationFrame(addLine);
      };

      requestAnimationFrame(addLine);
    },
    { ms: WRITING_MS, highlight: BUILD.highlight, patience: MAX_WAIT_MS },
  );

  await injectPageScript(launched, page);

  await page.waitForFunction(() => document.title.startsWith('latest'), null, {
    timeout: WRITING_MS + 4 * MAX_WAIT_MS,
  });

  const latest = Number((await page.title()).split(' ')[1]);

  await page.close();

  return { restless: latest };
}

/** Measures a log of several screens without a code: the scripts that load, and their cost from the start of the document. */
export async function measurePlain(
  launched: Launched,
  extension: string,
): Promise<Values> {
  const { scriptMs, kilobytes } = await measureVisit(
    launched,
    extension,
    'plain',
  );

  return { 'plain-script': scriptMs, 'plain-size': kilobytes };
}

async function measureVisit(
  launched: Launched,
  extension: string,
  kind: PageKind,
) {
  const page = await launched.context.newPage();
  const stop = await recordTrace(launched.session);

  await page.goto(`${CONSOLE}?${kind}`);

  const trace = await waitAndStop(page, stop);

  const { scriptMs, scripts } = computeCost(
    trace,
    launched.origin,
    'bench-settled',
  );

  await page.close();

  const files = [...scripts].map((url) => new URL(url).pathname);

  const bytes = files.reduce(
    (sum, file) => sum + statSync(join(extension, file)).size,
    0,
  );

  return { scriptMs, kilobytes: bytes / 1_000, files };
}

/** Measures pages with numbers but no code: how many load the annotator, and the mean cost of one. */
export async function measureNumbers(
  launched: Launched,
  extension: string,
): Promise<Values> {
  const worker = await launched.worker();

  await worker.evaluate(`globalThis.benchMessages = 0;
    chrome.runtime.onMessage.addListener((_, { tab }) => void (benchMessages += tab ? 1 : 0))`);

  const visits = [];

  for (const kind of NUMBER_PAGES)
    visits.push(await measureVisit(launched, extension, kind));

  const messages = Number(await worker.evaluate('benchMessages'));

  const getMean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / visits.length;

  return {
    'numbers-loaded': visits.filter(({ files }) =>
      files.includes(`/${BUILD.annotator}`),
    ).length,
    'numbers-size': getMean(visits.map(({ kilobytes }) => kilobytes)),
    'numbers-script': getMean(visits.map(({ scriptMs }) => scriptMs)),
    'numbers-messages': messages / visits.length,
  };
}

/**
 * Measures the first card of a page, from the end of the hover delay to the end of the frame that shows it. Returns the
 * median of several pages.
 */
export async function measureCard(launched: Launched): Promise<Values> {
  const late: number[] = [];

  for (let turn = 0; turn < CARD_PAGES; turn++) {
    const page = await openConsole(launched, 'view');

    await injectPageScript(launched, page);
    await waitUntilMarked(page, 'view');
    await page.waitForTimeout(SETTLE_MS);
    late.push(await restOnMark(page));
    await page.close();
  }

  return { card: late.sort((a, b) => a - b)[CARD_PAGES >> 1] ?? Number.NaN };
}

async function restOnMark(page: Page): Promise<number> {
  await page.mouse.move(5, 5);

  const place = await page.evaluate((highlight) => {
    const [, marks] =
      [...CSS.highlights].find(
        ([name, all]) => name.startsWith(highlight) && all.size > 0,
      ) ?? [];

    const { x, y, width, height } = (
      [...(marks ?? [])][0] as Range
    ).getBoundingClientRect();

    return { x: x + width / 2, y: y + height / 2 };
  }, BUILD.highlight);

  const drawn = page.evaluate(
    ({ delay, card }) =>
      new Promise<number>((done) => {
        let moved = 0;

        addEventListener('mousemove', ({ timeStamp }) => (moved = timeStamp), {
          capture: true,
        });

        const checkForCard = () => {
          if (!document.querySelector(card))
            return void requestAnimationFrame(checkForCard);

          // A task after the paint of this frame.
          const { port1, port2 } = new MessageChannel();

          port1.onmessage = () => done(performance.now() - moved - delay);
          port2.postMessage(null);
        };

        requestAnimationFrame(checkForCard);
      }),
    { delay: DEFAULT_SETTINGS.hoverDelayMs, card: BUILD.openCard },
  );

  await page.mouse.move(place.x, place.y);

  return drawn;
}

/** An extension that only marks the first text of a page, as soon as a content script of Errata would start. */
const EMPTY_EXTENSION = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'empty',
    version: '1',
    content_scripts: [
      { matches: [`${CONSOLE}*`], js: ['mark.js'], run_at: 'document_idle' },
    ],
    background: { service_worker: 'worker.js' },
  }),
  'worker.js': '',
  'mark.js': `const range = new Range();
range.selectNodeContents(document.body);
CSS.highlights.set('${BUILD.highlight}-empty', new Highlight(range));`,
};

/** Pages of `tests/pages` with codes. */
const PAGES_WITH_CODES = [
  'messages',
  'whatsapp-manager',
  'twilio-errors',
  'app-dashboard',
  'antd',
  'react-list',
];

/**
 * Measures the time from `load` to the first mark: in the first page of a browser and in later ones, against an empty extension,
 * and on the pages of `tests/pages`, with the worker at work and stopped.
 */
export async function measureLoad(launched: Launched): Promise<Values> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-empty-'));

  for (const [name, text] of Object.entries(EMPTY_EXTENSION))
    writeFileSync(join(folder, name), text);

  const empty = await launch(folder);
  const first = await measureFirstMark(launched);

  await measureFirstMark(empty);

  const times = {
    ours: [] as number[],
    theirs: [] as number[],
    warm: [] as number[],
    stopped: [] as number[],
  };

  for (let turn = 0; turn < LOADS; turn++) {
    times.ours.push(await measureFirstMark(launched));
    times.theirs.push(await measureFirstMark(empty));
  }

  await empty.close();
  rmSync(folder, { recursive: true });
  await buildPages();

  for (const name of PAGES_WITH_CODES) {
    times.warm.push(
      await measureFirstMark(launched, `pages/${name}/index.html`),
    );

    await stopWorker(launched);

    times.stopped.push(
      await measureFirstMark(launched, `pages/${name}/index.html`),
    );
  }

  const getMedian = (all: number[]) =>
    all.sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

  return {
    'load-first': first,
    load: getMedian(times.ours),
    'load-ratio': getMedian(times.ours) / Math.max(1, getMedian(times.theirs)),
    'load-pages': getMedian(times.warm),
    'load-stopped': getMedian(times.stopped),
  };
}

async function stopWorker({ session }: Launched): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type } of targetInfos)
    if (type === 'service_worker')
      await session.send('Target.closeTarget', { targetId });
}

async function measureFirstMark(
  { context }: Launched,
  address = '?view',
): Promise<number> {
  const page = await context.newPage();

  await page.addInitScript((highlight) => {
    const lookForMark = () => {
      const { loadEventEnd } = performance.getEntriesByType(
        'navigation',
      )[0] as PerformanceNavigationTiming;

      if (
        loadEventEnd > 0 &&
        [...CSS.highlights.keys()].some((name) => name.startsWith(highlight))
      )
        document.title = `marked ${performance.now() - loadEventEnd}`;
      else requestAnimationFrame(() => setTimeout(lookForMark));
    };

    lookForMark();
  }, BUILD.highlight);

  await page.goto(CONSOLE + address);

  await page.waitForFunction(() => document.title.startsWith('marked'), null, {
    timeout: MAX_WAIT_MS,
  });

  const late = Number((await page.title()).split(' ')[1]);

  await page.close();

  return late;
}

/** Waits until all work is done, then ends the trace. */
async function waitAndStop<T>(page: Page, stop: () => Promise<T>): Promise<T> {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => void performance.mark('bench-settled'));
  return stop();
}
