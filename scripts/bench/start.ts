import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Launched, launchWithExtension } from '../../tests/e2e/launch-chromium.ts';
import { copyOf } from './copy.ts';
import { benchPage, isPageKind } from './page.ts';
import { note, noteTurns, type Samples } from './samples.ts';
import { costOf, evaluationMs, recordTrace } from './trace.ts';

/** A console where Errata runs by itself. */
const BUILTIN = 'https://business.facebook.com/';

/** A start takes less than a millisecond, and many are disturbed. */
const TURNS = 25;
/** By then a page without codes is read. */
const SETTLE_MS = 300;

/** Our scripts and empty ones, in turn. */
export async function measureStarts(launched: Launched, empty: Launched, samples: Samples): Promise<void> {
  const turns: Samples = {};
  const pair = [
    ['empty content scripts', empty],
    ['page without codes', launched],
  ] as const;
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, which] of turn % 2 === 0 ? pair : pair.toReversed()) {
      await measureStart(which, turns, name, 'app');
      await measureStart(which, turns, `${name}, no script`, 'plain');
    }
  noteTurns(samples, turns);
}

/**
 * A page without codes: what our scripts cost there from the start of the document, in their own functions. Where the page runs no script itself,
 * the first one of any extension also pays for the browser's own first use of its parser.
 */
async function measureStart(
  { context, session, origin }: Launched,
  samples: Samples,
  name: string,
  kind: 'app' | 'plain',
) {
  const page = await context.newPage();
  const stop = await recordTrace(session);
  await page.goto(`${BUILTIN}?${kind}`);
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => void performance.mark('errata-done'));
  const trace = await stop();
  await page.close();
  note(samples, `${name}: start`, evaluationMs(trace, origin, 'errata-done'));
  note(samples, name, costOf(trace, origin, 'errata-done').scriptMs);
}

/** The same extension with content scripts that do nothing: what it costs to have any. */
export async function launchEmpty(extension: string): Promise<Launched & { remove(): void }> {
  const { folder, remove } = copyOf(extension);
  for (const script of ['page', 'keys'])
    writeFileSync(join(folder, `content-scripts/${script}.js`), `globalThis.${script} = 1;`);
  const launched = await launchWithExtension({ extension: folder });
  await serve(launched);
  return { ...launched, remove };
}

/** Every address answers with a page of ours. */
export async function serve({ context }: Launched): Promise<void> {
  await context.route(/^https?:/, (route) => {
    const kind = new URL(route.request().url()).search.slice(1);
    const body = benchPage(isPageKind(kind) ? kind : 'huge');
    return route.fulfill({ contentType: 'text/html', body });
  });
}
