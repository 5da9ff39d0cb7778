// `npm run bench -- --engine` measures the engine alone, over logs.
// `npm run bench [-- --runs 7] [--json FILE]`: what Errata costs a huge page, beside the bare walk and a peer, in one browser and one run.
// Only the ratios mean something: the milliseconds belong to the machine.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Launched, launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import { benchEngine, printEngineBench } from './bench-engine.ts';
import { BENCH_CODES, benchPage, TEXT_NODES } from './bench-page.ts';
import { type Cost, costOf, recordTrace } from './bench-trace.ts';
import { ROOT, run } from './run.ts';

const PLAIN = 'https://forum.example/';
/** A host that Errata may enter, with a path where it does not run by itself: so the page comes to rest first. */
const CONSOLE = 'https://www.twilio.com/en/';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    json: { type: 'string' },
    engine: { type: 'boolean', default: false },
  },
});
if (values.engine) {
  const result = benchEngine(Number(values.runs));
  printEngineBench(result);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  process.exit();
}
if (!run('wxt', 'build')) process.exit(1);

const launched = await launchWithExtension({ extension: join(ROOT, '.output/chrome-mv3') });
await launched.context.route(/^https?:/, (route) =>
  route.fulfill({ contentType: 'text/html', body: benchPage() }),
);

const samples: Record<string, number[]> = {};
const note = (name: string, ms: number) => {
  samples[name] ??= [];
  samples[name].push(ms);
};
for (let round = 0; round < Number(values.runs); round++) {
  const walks = await measureWalks(launched);
  note('cold walk', walks.cold);
  note('warm walk', walks.warm);
  note('mark.js', await measureMarkJs(launched));
  const errata = await measureErrata(launched);
  note('Errata: script', errata.scriptMs);
  note('Errata: rendering', errata.renderMs);
  note('Errata: all tasks', errata.taskMs);
  note('Errata: until the last mark', errata.untilDoneMs);
  note('Errata: longest task', errata.longestTaskMs);
}
await launched.close();

const floor = median(samples['cold walk'] ?? []);
const rows = Object.entries(samples).map(([name, all]) => ({
  name,
  medianMs: median(all),
  minMs: Math.min(...all),
  maxMs: Math.max(...all),
  coldWalks: median(all) / floor,
}));
console.log(
  `\n${TEXT_NODES.toLocaleString('en')} texts, ${BENCH_CODES} codes, median of ${values.runs} runs (least to most), and as a multiple of the cold walk\n`,
);
for (const { name, medianMs, minMs, maxMs, coldWalks } of rows) {
  const spread = `(${minMs.toFixed(1)} to ${maxMs.toFixed(1)})`;
  console.log(
    `${name.padEnd(28)}${medianMs.toFixed(1).padStart(8)} ms  ${spread.padEnd(20)}${coldWalks.toFixed(1).padStart(6)} ×`,
  );
}
const peer = median(samples['mark.js'] ?? []) / median(samples['Errata: script'] ?? []);
console.log(`\nmark.js takes ${peer.toFixed(1)} times as long as Errata, script against script.`);
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ texts: TEXT_NODES, codes: BENCH_CODES, runs: Number(values.runs), rows, samples }, null, 2)}\n`,
  );

/** A walk that reads every text: the least that any scanner must do. The first one makes the browser wrap each node. */
async function measureWalks({ context }: Launched): Promise<{ cold: number; warm: number }> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  const times = await page.evaluate(() => {
    const walk = () => {
      const start = performance.now();
      let length = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
        length += node.data.length;
      return { ms: performance.now() - start, length };
    };
    return { cold: walk().ms, warm: walk().ms };
  });
  await page.close();
  return times;
}

/** The usual library: it looks for the six-digit codes alone, and wraps what it finds. */
async function measureMarkJs({ context }: Launched): Promise<number> {
  const page = await context.newPage();
  await page.goto(PLAIN);
  await page.addScriptTag({ path: join(ROOT, 'node_modules/mark.js/dist/mark.min.js') });
  const { ms, marks } = await page.evaluate(() => {
    const { Mark } = globalThis as unknown as {
      Mark: new (root: Node) => { markRegExp(pattern: RegExp): void };
    };
    const start = performance.now();
    new Mark(document.body).markRegExp(/\b13\d{4}\b/);
    return { ms: performance.now() - start, marks: document.querySelectorAll('mark').length };
  });
  await page.close();
  if (marks < BENCH_CODES) throw new Error(`mark.js marked ${marks} of ${BENCH_CODES}`);
  return ms;
}

/** From the first line of the page script, on a page at rest, to the frame in which every code is marked. */
async function measureErrata({ context, session, origin, worker }: Launched): Promise<Cost> {
  const page = await context.newPage();
  await page.goto(CONSOLE);
  // Painted once, and then idle: its own first layout is not on our bill.
  await page.evaluate(
    () =>
      new Promise((rested) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rested))),
      ),
  );
  const stop = await recordTrace(session);
  await (await worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${CONSOLE}*' });
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content-scripts/page.js'] });
  })()`);
  await page.evaluate(
    (codes) =>
      new Promise<void>((done) => {
        const look = () => {
          let found = 0;
          for (const [name, ranges] of CSS.highlights) if (name.startsWith('errata')) found += ranges.size;
          if (found < codes) return void setTimeout(look, 4);
          requestAnimationFrame(() =>
            setTimeout(() => {
              performance.mark('errata-done');
              done();
            }),
          );
        };
        look();
      }),
    BENCH_CODES,
  );
  const trace = await stop();
  await page.close();
  return costOf(trace, origin);
}

function median(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
