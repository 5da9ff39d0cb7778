import type { Page } from 'playwright-core';
import { highlightName } from '../../lib/page/highlight-name.ts';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { BENCH_CODES } from './page.ts';
import { note, noteTurns, type Samples } from './samples.ts';
import { openAtRest, SETTLE_MS } from './scan.ts';
import { longestBetween, recordTrace } from './trace.ts';

const TURNS = 5;

const TINT = highlightName('you', { style: 'tint', strength: 'normal' });

/** What the longest task of Errata is held against. */
export async function measureLongest(launched: Launched, samples: Samples): Promise<void> {
  const turns: Samples = {};
  for (let turn = 0; turn < TURNS; turn++) {
    note(turns, 'without Errata: longest task', await measureWithout(launched));
    note(turns, 'ranges alone: longest task', await measureRanges(launched, BENCH_CODES));
    note(turns, 'one range alone: longest task', await measureRanges(launched, 1));
  }
  noteTurns(samples, turns);
}

/** The huge page at rest: what the browser and the bench do there by themselves. */
const measureWithout = async (launched: Launched): Promise<number> =>
  longestWhile(launched, await openAtRest(launched, 'huge'));

/** So many ranges in one highlight, drawn as Errata draws them, by a script that does nothing else: what the browser takes to paint such a page again. */
async function measureRanges(launched: Launched, count: number): Promise<number> {
  const page = await openAtRest(launched, 'huge');
  const found = await page.evaluate(
    ([name, wanted]) => {
      const highlight = new Highlight();
      CSS.highlights.set(name, highlight);
      const cells = [...document.querySelectorAll('td')].filter(({ innerHTML }) => /^\d{6}$/.test(innerHTML));
      const ranges = cells.slice(0, wanted).map(({ firstChild }) => {
        const text = firstChild as Text;
        return new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 6 });
      });
      (globalThis as Adding).addRanges = () => {
        for (const range of ranges) highlight.add(range);
      };
      return ranges.length;
    },
    [TINT, count] as const,
  );
  if (found !== count) throw new Error(`${found} cells hold a code, not ${count}.`);
  return longestWhile(launched, page, () => (globalThis as Adding).addRanges?.());
}

interface Adding {
  addRanges?(): void;
}

/** The longest task from what is done there until Errata would have come to rest. Closes the page. */
async function longestWhile({ session }: Launched, page: Page, done?: () => void): Promise<number> {
  const stop = await recordTrace(session);
  await page.evaluate(() => void performance.mark('errata-start'));
  if (done) await page.evaluate(done);
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => void performance.mark('errata-done'));
  const trace = await stop();
  await page.close();
  return longestBetween(trace, 'errata-start', 'errata-done');
}
