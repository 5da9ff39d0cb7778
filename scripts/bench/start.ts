import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Launched, launchWithExtension } from '../../tests/e2e/launch-chromium.ts';
import { benchPage, isPageKind } from './page.ts';
import { note, type Samples } from './samples.ts';
import { enter, openAtRest } from './scan.ts';
import { costOf, evaluationMs, recordTrace, tasksBetween } from './trace.ts';

/** A console where Errata runs by itself. */
const BUILTIN = 'https://business.facebook.com/';
const MOVES = 1_000;

/** A page without codes: what our scripts cost there from the start of the document, in their own functions. */
export async function measureStart({ context, session, origin }: Launched, samples: Samples, name: string) {
  const page = await context.newPage();
  const stop = await recordTrace(session);
  await page.goto(`${BUILTIN}?plain`);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => void performance.mark('errata-done'));
  const trace = await stop();
  await page.close();
  note(samples, `${name}: start`, evaluationMs(trace, origin));
  note(samples, name, costOf(trace, origin, 'errata-done').scriptMs);
}

/** The same extension with content scripts that do nothing: what it costs to have any. */
export async function launchEmpty(extension: string): Promise<Launched & { remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-bench-'));
  cpSync(extension, folder, { recursive: true });
  for (const script of ['page', 'keys'])
    writeFileSync(join(folder, `content-scripts/${script}.js`), `globalThis.${script} = 1;`);
  const launched = await launchWithExtension({ extension: folder });
  await serve(launched);
  return { ...launched, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every address answers with a page of ours. */
export async function serve({ context }: Launched): Promise<void> {
  await context.route(/^https?:/, (route) => {
    const kind = new URL(route.request().url()).search.slice(1);
    const body = benchPage(isPageKind(kind) ? kind : 'huge');
    return route.fulfill({ contentType: 'text/html', body });
  });
}

/** `listener`: the page listens to the pointer itself, and does nothing; most consoles do more. */
export type Listening = 'without' | 'listener' | 'with';

/** The pointer wanders over a page full of marks: all that the page's thread does meanwhile. */
export async function measurePointer(launched: Launched, samples: Samples, listening: Listening) {
  const page = await openAtRest(launched, 'small');
  if (listening === 'with') await enter(launched);
  if (listening === 'listener')
    await page.evaluate(() => addEventListener('pointermove', () => undefined, { passive: true }));
  await page.waitForTimeout(3_000);
  const stop = await recordTrace(launched.session);
  await page.evaluate(() => void performance.mark('errata-start'));
  for (let move = 0; move < MOVES; move++) {
    const turn = (move / MOVES) * 40 * Math.PI;
    await page.mouse.move(400 + 300 * Math.cos(turn), 350 + 280 * Math.sin(turn * 1.3));
  }
  await page.evaluate(() => void performance.mark('errata-done'));
  const trace = await stop();
  await page.close();
  note(samples, `pointer ${listening}`, tasksBetween(trace, 'errata-start', 'errata-done'));
}
