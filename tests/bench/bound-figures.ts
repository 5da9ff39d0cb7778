import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readCatalogue } from '../../build/read-catalogue.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../../lib/detect/code-index.ts';
import { createCoarsePatterns } from '../../lib/detect/prefilter/coarse-pattern.ts';
import type { Launched } from '../e2e/launch-chromium.ts';
import { measureWalk, openOtherSite } from './browser.ts';
import type { Values } from './report.ts';
import { measureBetween, recordTrace } from './trace.ts';

declare global {
  interface Window {
    /** The constructor of mark.js. */
    Mark: new (
      root: Element,
    ) => { markRegExp(pattern: RegExp, options: { done(): void }): void };
  }
}

const LIBRARY = fileURLToPath(
  import.meta.resolve('mark.js/dist/mark.es6.min.js'),
);

/** Measures the text of the huge page as a whole, and mark.js, with the pattern of the prescan, against the cold walk. */
export async function measureBounds(launched: Launched): Promise<Values> {
  const walkMs = await measureWalk(launched, 'heads');

  const { candidates } = createCoarsePatterns(
    createCodeIndex(createCodeIndexData(readCatalogue())),
  );

  const textMs = await measureWork(launched, (page) =>
    page.evaluate((pattern) => {
      performance.mark('work-start');

      const found = document.body.textContent?.match(new RegExp(pattern, 'g'));

      performance.mark('work-done');

      return found?.length;
    }, candidates),
  );

  const libraryMs = await measureWork(launched, async (page) => {
    await page.addScriptTag({ path: LIBRARY });

    await page.evaluate(
      (pattern) =>
        new Promise<void>((done) => {
          performance.mark('work-start');

          new window.Mark(document.body).markRegExp(new RegExp(pattern), {
            done() {
              performance.mark('work-done');
              done();
            },
          });
        }),
      candidates,
    );
  });

  return {
    'bound-text': textMs / walkMs,
    'bound-library': libraryMs / walkMs,
  };
}

/** Returns the processor time between the marks `work-start` and `work-done` on a huge page at rest, in milliseconds. */
async function measureWork(
  launched: Launched,
  work: (page: Page) => Promise<unknown>,
): Promise<number> {
  const page = await openOtherSite(launched, 'heads');
  const stop = await recordTrace(launched.session);

  await work(page);

  const trace = await stop();

  await page.close();

  return measureBetween(trace, 'work-start', 'work-done');
}
