import { join } from 'node:path';
import { readCatalogue } from '../../build/read-catalogue.ts';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { ROOT } from '../run.ts';
import { BENCH_CODES, CODES } from './page.ts';
import { note, type Samples } from './samples.ts';
import { PLAIN } from './scan.ts';
import { recordTrace, spentBetween } from './trace.ts';

/** A catalogue to be marked, small enough that it ends. */
const KEYWORDS = 60;

const MARK_JS = ['mark.js/dist/mark.min.js'];
const LINKIFY = ['linkifyjs/dist/linkify.min.js', 'linkify-element/dist/linkify-element.min.js'];

interface MarkJs {
  mark(words: readonly string[], options: object): void;
  markRegExp(pattern: RegExp): void;
}

/**
 * What the usual libraries cost on the huge table: all that the page's thread does from their first line to the frame in which what they
 * found is painted, on the processor.
 */
export async function measurePeers(launched: Launched, samples: Samples): Promise<void> {
  const words = keywords();
  note(
    samples,
    'mark.js, keywords',
    await measure(
      launched,
      MARK_JS,
      BENCH_CODES,
      (codes) => {
        const { Mark } = globalThis as unknown as { Mark: new (root: Node) => MarkJs };
        // As its documentation says for words that are to stand by themselves.
        new Mark(document.body).mark(codes, { accuracy: 'exactly', separateWordSearch: false });
      },
      words,
    ),
  );
  note(
    samples,
    'mark.js, one pattern',
    await measure(
      launched,
      MARK_JS,
      BENCH_CODES,
      () => {
        const { Mark } = globalThis as unknown as { Mark: new (root: Node) => MarkJs };
        new Mark(document.body).markRegExp(/\b13\d{4}\b/);
      },
      words,
    ),
  );
  // It finds addresses: a walk and a scanner of its own, and here nothing to mark.
  note(
    samples,
    'linkify',
    await measure(
      launched,
      LINKIFY,
      0,
      () => {
        const { linkifyElement } = globalThis as unknown as { linkifyElement(root: Node): void };
        linkifyElement(document.body);
      },
      words,
    ),
  );
}

/** The number codes of Meta's Cloud API, those of the page among them. */
function keywords(): string[] {
  const known = readCatalogue()
    .entries.filter(({ provider, api }) => provider === 'meta' && api === 'cloud')
    .map(({ code }) => code)
    .filter((code) => /^\d+$/.test(code));
  return [...new Set([...CODES, ...known])].slice(0, KEYWORDS);
}

async function measure(
  { context, session }: Launched,
  scripts: readonly string[],
  least: number,
  work: (words: readonly string[]) => void,
  words: readonly string[],
): Promise<number> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  for (const script of scripts) await page.addScriptTag({ path: join(ROOT, 'node_modules', script) });
  await page.evaluate(
    () =>
      new Promise((rested) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rested))),
      ),
  );
  const stop = await recordTrace(session);
  await page.evaluate(() => void performance.mark('peer-start'));
  await page.evaluate(work, words);
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            performance.mark('peer-done');
            done();
          }),
        ),
      ),
  );
  const trace = await stop();
  const marks = await page.evaluate(() => document.querySelectorAll('mark').length);
  await page.close();
  if (marks < least) throw new Error(`${scripts[0]} marked ${marks} of ${least}`);
  return spentBetween(trace, 'peer-start', 'peer-done');
}
