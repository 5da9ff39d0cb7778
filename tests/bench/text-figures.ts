import { spawnSync } from 'node:child_process';
import { ROOT } from '../../scripts/run.ts';
import type { Launched } from '../e2e/launch-chromium.ts';
import { BUILD } from './browser.ts';
import { createLogBlocks } from './logs.ts';
import type { Values } from './report.ts';

const MB = 1_000_000;
/** Occurs only in the last line: when it is shown, everything has been read. */
const LAST = '131042';

const createLog = (length: number) =>
  `${[...createLogBlocks(length, 'some')].join('')}2026-11-24T00:00:00Z ERROR (#${LAST}) Business eligibility payment issue\n`;

/** Measures the time from the paste until the popup shows all results. */
export async function measurePaste({ context, origin }: Launched): Promise<Values> {
  const page = await context.newPage();
  await page.goto(`${origin}/${BUILD.popup}`);
  await page.locator('main input').waitFor();
  const ms = await page.evaluate(
    ({ text, last }) =>
      new Promise<number>((done) => {
        const start = performance.now();
        new MutationObserver(() => {
          if (document.querySelector('progress') || !document.querySelector(last)) return;
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        }).observe(document.body, { subtree: true, childList: true });
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
        document.querySelector('input')?.dispatchEvent(event);
      }),
    { text: createLog(5 * MB), last: BUILD.found(LAST) },
  );
  await page.close();
  return { paste: ms / 1_000 };
}

/** Measures the whole command as a person types it, including npm's start. */
export function measureExplain(): Values {
  const [half, whole] = [explainSeconds(5), explainSeconds(10)];
  return { explain: whole, 'explain-growth': whole / half };
}

function explainSeconds(megabytes: number): number {
  const input = createLog(megabytes * MB);
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', 'explain', '--', '-'], {
    cwd: ROOT,
    input,
    stdio: ['pipe', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`explain ended with ${status}`);
  return (performance.now() - start) / 1_000;
}
