import type { Page } from 'playwright-core';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { clockOf } from './clock.ts';
import { heapOf } from './heap.ts';
import { VIEW_CODES } from './page.ts';
import { note, noteTurns, type Samples } from './samples.ts';
import { enter, openAtRest, switchMarks, untilMarked } from './scan.ts';

/** Each turn, with Errata and without: short enough that a slow moment of the machine falls on both. */
const MUTATING_MS = 1_500;
const MUTATING_TURNS = 7;
const MUTATIONS_PER_SECOND = 1_000;
const ROUTES = 200;
/** Longer than changes are gathered, so that every view is read before it goes. */
const ROUTE_MS = 120;
/** A change is read after a pause; this is longer. */
const QUIET_MS = 1_500;

/** A console that never rests: texts, classes and rows change a thousand times a second; the share of time that the page's thread works. */
export async function measureMutations(launched: Launched, samples: Samples): Promise<void> {
  const page = await openAtRest(launched, 'view');
  await enter(launched);
  await untilMarked(page, VIEW_CODES);
  await page.waitForTimeout(QUIET_MS);
  const spent = await clockOf(page);
  const order = [true, false];
  const turns: Samples = {};
  let wasOn = true;
  for (let turn = 0; turn < MUTATING_TURNS; turn++) {
    for (const isOn of order) {
      if (isOn !== wasOn) await switchMarks(launched, page, isOn);
      wasOn = isOn;
      const before = await spent();
      await mutate(page, MUTATING_MS);
      note(turns, `mutations ${isOn ? 'with' : 'without'}`, (100 * ((await spent()) - before)) / MUTATING_MS);
    }
    order.reverse();
  }
  noteTurns(samples, turns);
  if (!wasOn) await switchMarks(launched, page, true);
  await page.close();
}

function mutate(page: Page, ms: number): Promise<void> {
  return page.evaluate(
    ({ ms, perSecond }) =>
      new Promise<void>((done) => {
        const rows = [...document.querySelectorAll('tbody tr')];
        const start = performance.now();
        let made = 0;
        const change = () => {
          const row = rows[(made * 7) % rows.length];
          const cell = row?.children[made % 2 === 0 ? 0 : 2]?.firstChild;
          if (made % 3 === 0) row?.classList.toggle('fresh');
          else if (made % 3 === 1 && cell) cell.nodeValue = `12:00:${10 + (made % 50)}`;
          else if (row) {
            const fresh = row.cloneNode(true) as Element;
            row.replaceWith(fresh);
            rows[(made * 7) % rows.length] = fresh;
          }
          made++;
        };
        const tick = () => {
          const past = performance.now() - start;
          while (made < (past / 1_000) * perSecond) change();
          if (past < ms) setTimeout(tick, 4);
          else done();
        };
        tick();
      }),
    { ms, perSecond: MUTATIONS_PER_SECOND },
  );
}

/**
 * An application of one page that shows two hundred views, one after the other, each with codes. Twice, as the log: the first round brings engine
 * and card, and the browser compiles them as they run, which stays.
 */
export async function measureRoutes(launched: Launched, samples: Samples): Promise<void> {
  const page = await openAtRest(launched, 'log');
  await enter(launched);
  await visit(page, ROUTES);
  await page.waitForTimeout(QUIET_MS);
  const before = await heapOf(page);
  await visit(page, ROUTES);
  await page.waitForTimeout(QUIET_MS);
  const after = await heapOf(page);
  await page.close();
  note(samples, 'routes: heap', after.bytes / before.bytes);
  note(samples, 'routes: nodes left', after.nodes - before.nodes);
}

function visit(page: Page, routes: number): Promise<void> {
  return page.evaluate(
    async ({ routes, pause }) => {
      for (let route = 0; route < routes; route++) {
        history.replaceState(null, '', `?log#${route % 10}`);
        const view = document.createElement('section');
        for (let row = 0; row < 50; row++) {
          const line = view.appendChild(document.createElement('div'));
          line.textContent = `message ${row} of view ${route} ${row % 5 === 0 ? 'failed: error 131047' : 'delivered'}`;
        }
        document.body.replaceChildren(view);
        await new Promise((next) => setTimeout(next, pause));
      }
      document.body.replaceChildren();
    },
    { routes, pause: ROUTE_MS },
  );
}
