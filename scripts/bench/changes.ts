import type { Page } from 'playwright-core';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { heapOf } from './heap.ts';
import { BENCH_CODES, SMALL_CODES } from './page.ts';
import { note, noteTurns, type Samples } from './samples.ts';
import { enter, openAtRest, PLAIN, untilMarked } from './scan.ts';
import { costOf, recordTrace } from './trace.ts';

const CHANGES = 5_000;
const LINES_PER_SECOND = 200;
/** Of half a minute each; the first warms up. */
const TURNS = 4;
/** A change is read after a pause; this is longer. */
const QUIET_MS = 1_500;

/** What 5,000 changed texts cost Errata on a page, in its own functions. */
export async function measureChanges(launched: Launched, samples: Samples, kind: 'huge' | 'small') {
  const page = await openAtRest(launched, kind);
  await enter(launched);
  await untilMarked(page, kind === 'huge' ? BENCH_CODES : SMALL_CODES);
  await page.waitForTimeout(QUIET_MS);
  const stop = await recordTrace(launched.session);
  await page.evaluate(async (changes) => {
    const cells = [...document.querySelectorAll('td:nth-child(3)')].slice(0, changes);
    for (const cell of cells) if (cell.firstChild) cell.firstChild.nodeValue = 'delivered, read at 15:07';
  }, CHANGES);
  await page.waitForTimeout(QUIET_MS);
  await page.evaluate(() => void performance.mark('errata-done'));
  const trace = await stop();
  await page.close();
  note(samples, `5,000 changes on a ${kind} page`, costOf(trace, launched.origin, 'errata-done').scriptMs);
}

/**
 * A log that grows by 200 lines a second, one in a hundred with a code, and is emptied: in turn with the same log where Errata is not, as the machine
 * itself is late at times. The first turn brings engine and card, and the browser compiles them as they run, which stays. What the turns after it
 * add to the heap is what leaks.
 */
export async function measureLog(launched: Launched, samples: Samples, seconds: number) {
  const bare = await launched.context.newPage();
  await bare.goto(`${PLAIN}?log`);
  const page = await openAtRest(launched, 'log');
  await enter(launched);
  const growAndEmpty = async (log: Page) => {
    await log.bringToFront();
    const late = await grow(log, seconds);
    await empty(log);
    return late;
  };
  const late: Samples = {};
  await growAndEmpty(page);
  const before = await heapOf(page);
  for (let turn = 0; turn < TURNS; turn++) {
    note(late, 'log: late frames without', await growAndEmpty(bare));
    note(late, 'log: late frames with', await growAndEmpty(page));
  }
  const after = await heapOf(page);
  await bare.close();
  await page.close();
  noteTurns(samples, late);
  note(samples, 'log: heap', after.bytes / before.bytes);
  note(samples, 'log: nodes left', after.nodes - before.nodes);
}

/** @returns The share of frames that came late, in percent. */
function grow(page: Page, seconds: number): Promise<number> {
  return page.evaluate(
    ({ seconds, perSecond }) =>
      new Promise<number>((done) => {
        const log = document.querySelector('pre') ?? document.body;
        const start = performance.now();
        let added = 0;
        let frames = 0;
        let late = 0;
        let last = start;
        const frame = (now: number) => {
          frames++;
          late += Math.max(0, Math.round((now - last) / (1_000 / 60)) - 1);
          last = now;
          const due = Math.floor(((now - start) / 1_000) * perSecond);
          for (; added < due; added++) {
            const line = document.createElement('div');
            const failed = added % 100 === 0;
            line.textContent = `12:0${added % 10}:33 message ${added} to +55 11 5550 0123 ${failed ? 'failed: error 131047' : 'delivered'}`;
            log.append(line);
          }
          if (now - start < seconds * 1_000) requestAnimationFrame(frame);
          else done((100 * late) / (frames + late));
        };
        requestAnimationFrame(frame);
      }),
    { seconds, perSecond: LINES_PER_SECOND },
  );
}

async function empty(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('pre')?.replaceChildren());
  await page.waitForTimeout(QUIET_MS);
}
