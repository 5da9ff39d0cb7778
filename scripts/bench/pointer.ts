import type { Page } from 'playwright-core';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { clockOf } from './clock.ts';
import { note, notePairs, noteTurns, type Samples } from './samples.ts';
import { enter, openAtRest, switchMarks } from './scan.ts';

/** Short enough that a slow moment of the machine falls on all three alike. */
const LAPS = 9;
const MOVES_OF_LAP = 50;
const SETTLE_MS = 3_000;

/**
 * The pointer wanders over a page full of marks, over the same page with marks switched off, and over that with a listener of its own that
 * does nothing: in turn, all that the page's thread does meanwhile.
 */
export async function measurePointer(launched: Launched, samples: Samples): Promise<void> {
  const page = await openAtRest(launched, 'small');
  await enter(launched);
  await page.waitForTimeout(SETTLE_MS);
  const spent = await clockOf(page);
  const wanderers = [
    { name: 'pointer with', isOn: true, listens: false },
    { name: 'pointer without', isOn: false, listens: false },
    { name: 'pointer listener', isOn: false, listens: true },
  ];
  const laps: Samples = {};
  let wasOn = true;
  for (let lap = 0; lap < LAPS; lap++) {
    for (const { name, isOn, listens } of wanderers) {
      if (isOn !== wasOn) await switchMarks(launched, page, isOn);
      wasOn = isOn;
      await page.evaluate(listenOrNot, listens);
      await page.mouse.move(300, 300);
      await page.waitForTimeout(300);
      const before = await spent();
      await wander(page);
      note(laps, name, (await spent()) - before);
    }
    wanderers.reverse();
  }
  noteTurns(samples, laps);
  notePairs(samples, laps, 'pointer with', 'pointer without');
  notePairs(samples, laps, 'pointer with', 'pointer listener');
  if (!wasOn) await switchMarks(launched, page, true);
  await page.close();
}

function listenOrNot(listens: boolean): void {
  const scope = globalThis as { benchListens?: AbortController };
  scope.benchListens?.abort();
  scope.benchListens = new AbortController();
  const { signal } = scope.benchListens;
  if (listens) addEventListener('mousemove', () => undefined, { passive: true, signal });
}

async function wander(page: Page): Promise<void> {
  for (let move = 0; move < MOVES_OF_LAP; move++) {
    const turn = (move / MOVES_OF_LAP) * 4 * Math.PI;
    await page.mouse.move(400 + 300 * Math.cos(turn), 350 + 280 * Math.sin(turn * 1.3));
  }
}
