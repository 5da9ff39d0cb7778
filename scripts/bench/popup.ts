import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Launched } from '../../tests/e2e/launch-chromium.ts';
import { ROOT } from '../run.ts';
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

/** From each key to the end of the task in which its results are in the document, over the whole catalogue. */
export async function measureTyping({ context, origin }: Launched, samples: Samples): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        // After the event, what React does for it, and the layout.
        requestAnimationFrame(() => {
          const framed = performance.now();
          setTimeout(() => times.push(performance.now() - framed + Math.max(0, lastTask - start)));
        });
        let lastTask = start;
        setTimeout(() => {
          lastTask = performance.now();
        });
      },
      { capture: true },
    );
  });
  for (const typed of TYPED) {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(typed, { delay: 60 });
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  await page.close();
  const sorted = [...times].sort((a, b) => a - b);
  note(samples, 'keystroke, median', median(times));
  note(samples, 'keystroke, 95 of 100', sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}
