import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';
import type { Launched } from '../e2e/launch-chromium.ts';
import { BUILD, measureHeap, SETTLE_MS } from './browser.ts';
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
  await page.getByRole('combobox').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => void performance.mark('bench-settled'));

  const { longestMs } = computeCost(await stop(), origin, 'bench-settled');
  const memory = (await measureHeap(page)) / 1_000_000;

  await page.close();

  return { popup: longestMs, 'popup-memory': memory };
}

/** Measures the start of the command with its answer, against Node without a program. */
export function measureStarts(): Values {
  const program = join(ROOT, 'cli/explain.ts');
  const bare = measureStart(['--eval', '0']);

  const times = Object.entries(ASKED).map(([name, text]) => [
    name,
    measureStart([program, text]) / bare,
  ]);

  const memory = Object.values(ASKED).map((text) =>
    measureMemory([program, text]),
  );

  return { ...Object.fromEntries(times), 'start-memory': Math.max(...memory) };
}

/** Written to standard error by a process that ends: the most memory that it had, in kilobytes. */
const REPORT_MEMORY = `data:text/javascript,process.on('exit', () => console.error('\\n' + process.resourceUsage().maxRSS))`;

/** Returns the most memory that a start of the command has, in MB. */
function measureMemory(args: readonly string[]): number {
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', REPORT_MEMORY, ...args],
    { encoding: 'utf8' },
  );

  return Number(stderr.trim().split('\n').at(-1)) / 1_000;
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
