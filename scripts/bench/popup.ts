import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { ROOT } from '../run.ts';
import { clockOf } from './clock.ts';
import { median, note, type Samples } from './samples.ts';

/** What a person types: each character is a search. */
const TYPED = ['131047', 'template paused', 'number not on whatsapp', 'rate limit', 'INVALID_ACCESS_TOKEN'];
const BARE = 'bench-popup.html';

/** Puts a popup into the extension that renders one React element, and nothing else. */
export async function addBarePopup(extension: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: true,
      emptyOutDir: false,
      outDir: extension,
      rollupOptions: {
        input: join(ROOT, 'scripts/bench/bare-popup.ts'),
        output: { entryFileNames: 'bench-popup.js' },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  writeFileSync(
    join(extension, BARE),
    '<!doctype html><title>Bare</title><div id="root"></div><script type="module" src="bench-popup.js"></script>',
  );
}

/** First paint of the popup, with the field focused, and of the bare one. */
export async function measurePopup({ context, origin }: Launched, samples: Samples): Promise<void> {
  for (const [name, file] of [
    ['bare popup', BARE],
    ['popup', 'popup.html'],
  ] as const) {
    const page = await context.newPage();
    await page.goto(`${origin}/${file}`);
    const ms = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => {
            const [paint] = list.getEntriesByName('first-contentful-paint');
            if (paint) done(paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    note(samples, name, ms);
    await page.close();
  }
}

/** For each key: all tasks of the popup's thread, on the processor, until its results are painted, over the whole catalogue. */
export async function measureTyping({ context, origin }: Launched, samples: Samples): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  await page.waitForTimeout(1_000);
  const workedMs = await clockOf(page);
  const times: number[] = [];
  for (const typed of TYPED) {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    for (const character of typed) {
      const before = await workedMs();
      await page.keyboard.type(character);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      times.push((await workedMs()) - before);
    }
  }
  await page.close();
  const sorted = times.toSorted((a, b) => a - b);
  note(samples, 'keystroke, median', median(times));
  note(samples, 'keystroke, 95 of 100', sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}
