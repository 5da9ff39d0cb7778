import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';
import type { Launched } from '../e2e/launch-chromium.ts';
import { BUILD, SETTLE_MS } from './browser.ts';
import type { Values } from './report.ts';
import { computeCost, recordTrace } from './trace.ts';

const STARTS = 5;
const PAYLOAD = JSON.stringify({
  statuses: [
    {
      status: 'failed',
      errors: [{ code: 131047, title: 'Re-engagement message' }],
    },
  ],
});

/** What people ask a command that has just started, by the figure. */
const ASKED = {
  'start-code': '131047',
  'start-words': 'message undeliverable',
  'start-payload': PAYLOAD,
} as const;

/** Measures the longest task of the popup, from its opening until it rests. */
export async function measurePopup({
  context,
  origin,
  session,
}: Launched): Promise<Values> {
  const page = await context.newPage();
  const stop = await recordTrace(session);

  await page.goto(`${origin}/${BUILD.popup}`);
  await page.locator('main input').waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => void performance.mark('bench-settled'));

  const { longestMs } = computeCost(await stop(), origin, 'bench-settled');

  await page.close();

  return { popup: longestMs };
}

/** Measures the start of the command with its answer, against Node without a program. */
export function measureStarts(): Values {
  const program = join(ROOT, 'cli/explain.ts');
  const bare = measureStart(['--eval', '0']);

  return Object.fromEntries(
    Object.entries(ASKED).map(([name, text]) => [
      name,
      measureStart([program, text]) / bare,
    ]),
  );
}

/** Returns the median of several starts in milliseconds, after one that stores what later ones read. */
function measureStart(args: readonly string[]): number {
  const env = {
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/node'),
    ...process.env,
  };

  const times = Array.from({ length: STARTS + 1 }, () => {
    const start = performance.now();

    spawnSync(process.execPath, args, { env });

    return performance.now() - start;
  });

  const [, ...warm] = times;

  return warm.sort((a, b) => a - b)[STARTS >> 1] ?? Number.NaN;
}
