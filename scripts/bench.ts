// `npm run bench -- --engine` measures the engine alone.
// `npm run bench [-- --runs 7] [--json FILE] [--compare FILE] [--write FILE]`: what Errata costs a page, beside the bare walk and its peers, in
// one browser and one run. Only the ratios mean something: the milliseconds belong to the machine.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import { measureMutations, measureRoutes } from './bench/busy.ts';
import { measureCard } from './bench/card.ts';
import { measureChanges, measureLog } from './bench/changes.ts';
import { compare, parseRun } from './bench/compare.ts';
import { copyOf } from './bench/copy.ts';
import { benchEngine, engineFigures } from './bench/engine.ts';
import { figuresOf } from './bench/figures.ts';
import { measureLongest } from './bench/longest.ts';
import { measurePeers } from './bench/peers.ts';
import { measurePointer } from './bench/pointer.ts';
import { addBarePopup, measurePopup, measureTyping } from './bench/popup.ts';
import { asMarkdown, asTable } from './bench/report.ts';
import type { Figure, Samples } from './bench/samples.ts';
import { measureScan } from './bench/scan.ts';
import { launchEmpty, measureStarts, serve } from './bench/start.ts';
import { argumentsGiven, countGiven, readGiven, targetGiven } from './command-line.ts';
import { ROOT, run } from './run.ts';

const { values } = argumentsGiven(
  {
    options: {
      runs: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '30' },
      json: { type: 'string' },
      compare: { type: 'string' },
      write: { type: 'string' },
      engine: { type: 'boolean', default: false },
    },
  },
  'Usage: npm run bench [-- --engine] [--runs 7] [--seconds 30] [--json FILE] [--compare FILE] [--write FILE]',
);
const runs = countGiven('--runs', values.runs);
const seconds = countGiven('--seconds', values.seconds);
// Before minutes of measuring: what is wrong with a file would be found out after them.
const before = values.compare ? readGiven(values.compare, parseRun) : null;
const [json, document] = [values.json, values.write].map((name) => (name ? targetGiven(name) : null));
/** Fewer have no spread worth the name. */
const FEW = 3;
const samples: Samples = {};
const figures = values.engine ? [] : await benchBrowser();
figures.push(...engineFigures(benchEngine(Math.min(runs, 3))));
const result = { date: new Date().toISOString(), runs, figures, samples };
console.log(asTable(figures, samples, runs));
if (json) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
if (before) {
  const { lines, worse } = compare(before.figures, figures);
  console.log(lines.join('\n'));
  if (Math.min(before.runs, runs) < FEW)
    console.log(`  Of fewer than ${FEW} runs nobody can tell what is noise.`);
  process.exitCode = worse ? 1 : 0;
}
if (document) writeFileSync(document, asMarkdown(result));

async function benchBrowser(): Promise<Figure[]> {
  if (!run('wxt', 'build')) process.exit(1);

  const { folder: extension, remove } = copyOf(join(ROOT, '.output/chrome-mv3'));
  await addBarePopup(extension);
  const launched = await launchWithExtension({ extension });
  await serve(launched);
  const empty = await launchEmpty(extension);
  for (let round = 0; round < runs; round++) {
    await measureScan(launched, samples);
    await measureLongest(launched, samples);
    await measurePeers(launched, samples);
    for (const kind of ['small', 'huge'] as const) await measureChanges(launched, samples, kind);
    await measureStarts(launched, empty, samples);
    await measurePointer(launched, samples);
    await measureCard(launched, samples);
    await measureMutations(launched, samples);
    await measurePopup(launched, samples);
  }
  await measureTyping(launched, samples);
  await measureRoutes(launched, samples);
  await measureLog(launched, samples, seconds);
  await empty.close();
  empty.remove();
  await launched.close();
  const measured = figuresOf(samples, extension);
  remove();
  return measured;
}
