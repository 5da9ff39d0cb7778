import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tabOf } from './chromium.ts';
import { takeHeapSnapshot } from './heap-snapshot.ts';
import { expectCard, expectCodes, hoverCode } from './in-browsers.ts';
import { type Launched, launchWithExtension } from './launch-chromium.ts';

// Tests that need a debugger: scripts in a page, code that still runs, and leaked objects.

const CONSOLE = 'https://business.facebook.com/wa/';
const PLAIN = `<!doctype html><title>Inbox</title><h1>Inbox</h1>${'<p>Delivered at 14:02, all is well.</p>'.repeat(200)}`;
const NUMBERS = `<!doctype html><title>Inbox</title><h1>Inbox</h1>${'<p>12 people wrote, page 1 of 10.</p>'.repeat(40)}`;
const EMPTY = '<!doctype html><title>Log</title><h1>Log</h1><main></main>';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchWithExtension({
    extension: join(import.meta.dirname, '../../.output/chrome-mv3'),
  });
  await launched.context.route(/^https?:/, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body:
        { '?plain': PLAIN, '?numbers': NUMBERS }[
          new URL(route.request().url()).search
        ] ?? EMPTY,
    }),
  );
});
afterEach(() => page.close());
afterAll(() => launched?.close());

test('a page without candidates has two small scripts, wakes the background, and is idle after the scan', async () => {
  expect(await collectTraces('?plain')).toEqual({
    scripts: PRESCAN,
    messages: ['wake'],
    ran: [],
  });
});

// Numbers that only the engine can reject; see docs/decisions/030.
test('a page of numbers that are no codes asks once, and is idle', async () => {
  expect(await collectTraces('?numbers')).toEqual({
    scripts: PRESCAN,
    messages: ['wake', 'detect'],
    ran: [],
  });
});

const PRESCAN = ['/content-scripts/keys.js', '/content-scripts/page.js'];

/** Returns Errata's scripts in a page, the messages that they sent, and what ran after the page was read. */
async function collectTraces(query: string) {
  const { context, worker } = launched;
  const messages = await (await worker()).evaluateHandle<string[]>(`(() => {
    const got = [];
    chrome.runtime.onMessage.addListener(({ type }) => void got.push(type));
    return got;
  })()`);
  page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const scripts: string[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(launched.origin))
      scripts.push(url.slice(launched.origin.length));
  });
  await cdp.send('Debugger.enable');
  await page.goto(`${CONSOLE}${query}`);
  // Longer than the delay before changes are read.
  await page.waitForTimeout(1_500);
  let ran = await profileFor(2_000);
  // A busy machine takes longer. Code that never stops runs in every one of these intervals.
  for (let more = 0; ran.length > 0 && more < 4; more++)
    ran = await profileFor(2_000);
  return { scripts: scripts.sort(), messages: await messages.jsonValue(), ran };
}

/** Returns the functions that ran in the page during this time. */
async function profileFor(ms: number): Promise<string[]> {
  const { session } = launched;
  const ran: string[] = [];
  const collectNames = ({ value }: { value: object[] }) => {
    for (const { name } of value as { name: string }[])
      if (
        /^(?:TimerFire|FireIdleCallback|FireAnimationFrame|FunctionCall|EvaluateScript)$/.test(
          name,
        )
      )
        ran.push(name);
  };
  session.on('Tracing.dataCollected', collectNames);
  const traceConfig = { includedCategories: ['devtools.timeline'] };
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig,
  });
  await page.waitForTimeout(ms);
  const traced = new Promise((done) =>
    session.once('Tracing.tracingComplete', done),
  );
  await session.send('Tracing.end');
  await traced;
  session.off('Tracing.dataCollected', collectNames);
  return ran;
}

test('removed lines leave no range and no detached node, nor does a card on one of them', async () => {
  page = await launched.context.newPage();
  const tab = tabOf(launched.context, page);
  await page.goto(CONSOLE);
  const LINES = 100;
  const fillPage = async () => {
    await page.evaluate((lines) => {
      for (let line = 0; line < lines; line++) {
        const row = document.createElement('div');
        row.innerHTML = `message ${line} failed: error <b>131047</b>`;
        document.querySelector('main')?.append(row);
      }
    }, LINES);
    await expectCodes(
      tab,
      Array.from({ length: LINES }, () => '131047'),
    );
  };
  const emptyPage = async () => {
    await page.evaluate(() =>
      document.querySelector('main')?.replaceChildren(),
    );
    await expectCodes(tab, []);
  };

  await fillPage();
  expect((await takeHeapSnapshot(page)).ranges).toBeGreaterThanOrEqual(LINES);
  await hoverCode(tab, '131047');
  await expectCard(tab, '131047');
  await emptyPage();
  await expectCard(tab, null);
  // The card was closed before.
  await page.mouse.move(700, 500);
  await fillPage();
  await hoverCode(tab, '131047');
  await expectCard(tab, '131047');
  await page.mouse.move(700, 500);
  await expectCard(tab, null);
  await emptyPage();
  await page.waitForTimeout(2_000);
  expect(await takeHeapSnapshot(page)).toMatchObject({ detached: 0 });
  for (let round = 0; round < 5; round++) {
    await fillPage();
    await emptyPage();
  }
  // Caches of texts are released a second after the page is idle.
  await page.waitForTimeout(2_000);
  expect(await takeHeapSnapshot(page)).toEqual({
    detached: 0,
    ranges: expect.any(Number),
  });
  expect((await takeHeapSnapshot(page)).ranges).toBeLessThan(5);

  // Proves that the snapshot would show a leak.
  await page.evaluate(() => {
    const row = document.createElement('div');
    row.append('131047');
    Object.assign(globalThis, { kept: row });
  });
  expect((await takeHeapSnapshot(page)).detached).toBeGreaterThan(0);
});
