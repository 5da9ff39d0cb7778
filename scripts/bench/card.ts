import type { Page } from 'playwright-core';
import { DEFAULTS } from '../../lib/settings/settings.ts';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { VIEW_CODES } from './page.ts';
import { median, note, type Samples } from './samples.ts';
import { enter, openAtRest, SETTLE_MS, untilMarked } from './scan.ts';

/** A page each; the first card of a page is brought and warmed there, and shown once. */
const PAGES = 3;
const CARDS = 5;
/** A card that was left has closed by then. */
const LEFT_MS = 800;

/** How long after the end of the pointer's rest the frame with the card is drawn: for the first card of a page, and for those after it. */
export async function measureCard(launched: Launched, samples: Samples): Promise<void> {
  const first: number[] = [];
  const next: number[] = [];
  for (let turn = 0; turn < PAGES; turn++) {
    const page = await openAtRest(launched, 'view');
    await enter(launched);
    await untilMarked(page, VIEW_CODES);
    await page.waitForTimeout(SETTLE_MS);
    for (let card = 0; card < CARDS; card++) {
      const late = await restOn(page, card);
      (card === 0 ? first : next).push(late);
    }
    await page.close();
  }
  note(samples, 'card: first of a page', median(first));
  note(samples, 'card: another', median(next));
}

/** @returns Milliseconds between the end of the delay and the end of the frame that shows the card. */
async function restOn(page: Page, at: number): Promise<number> {
  await page.mouse.move(5, 5);
  await page.waitForTimeout(LEFT_MS);
  const place = await page.evaluate((at) => {
    const ranges = [...CSS.highlights].flatMap(([name, all]) =>
      name.startsWith('errata') ? ([...all] as Range[]) : [],
    );
    const seen = ranges
      .map((range) => range.getBoundingClientRect())
      .filter(({ bottom }) => bottom < innerHeight);
    const { x, y, width, height } = seen[at % seen.length] ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, at);
  const painted = page.evaluate(
    (delay) =>
      new Promise<number>((done) => {
        let moved = 0;
        const aborted = new AbortController();
        addEventListener('mousemove', ({ timeStamp }) => (moved = timeStamp), {
          capture: true,
          signal: aborted.signal,
        });
        const look = () => {
          if (!document.querySelector('errata-card[data-state]')) return void requestAnimationFrame(look);
          // A task behind this frame's painting.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            aborted.abort();
            done(performance.now() - moved - delay);
          };
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
    DEFAULTS.hoverDelayMs,
  );
  await page.mouse.move(place.x, place.y);
  return painted;
}
