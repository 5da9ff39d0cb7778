// `npm run bench`: benchmarks of the delays that users notice.
// See docs/performance.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createFolderArgument, fail, parseArguments } from '../cli/command-line.ts';
import { launch } from '../tests/bench/browser.ts';
import {
  measureCard,
  measureHuge,
  measureLoad,
  measureMutations,
  measurePlain,
  measureRestless,
  measureStorm,
} from '../tests/bench/page-figures.ts';
import { LAYOUTS } from '../tests/bench/pages.ts';
import {
  createReportRows,
  FIGURES,
  formatMarkdownTableOf,
  isRequested,
  type Values,
} from '../tests/bench/report.ts';
import { measureExplain, measurePaste, measureText } from '../tests/bench/text-figures.ts';
import type { Launched } from '../tests/e2e/launch-chromium.ts';
import { ROOT } from './run.ts';

const { values } = parseArguments('npm run bench -- [--runs 3] [--only NAME] [--json] [--build FOLDER]');
const { only, json, runs: count = '3' } = values;
if (!/^[1-9]\d{0,5}$/.test(count)) fail(`--runs must be a whole number of at least 1, not "${count}".`);
if (!FIGURES.some(({ name }) => isRequested(name, only)))
  fail(`Unknown figure "${only}". Known figures: ${FIGURES.map(({ name }) => name).join(', ')}.`);
const extension = values.build === undefined ? buildExtension() : createFolderArgument(values.build);

type Measure = readonly [figures: readonly string[], measure: (launched: Launched) => Promise<Values>];

/** The measurements, each with its figures. Each runs in a new browser, so that no page leaves garbage for the next. */
const MEASURES: readonly Measure[] = [
  ...LAYOUTS.map((layout): Measure => {
    const figures = ['script', 'task', 'marked', 'unmarked'].map((name) => `${name}-${layout}`);
    if (layout === 'heads') figures.push('heap');
    return [figures, (launched) => measureHuge(launched, layout)];
  }),
  [['mutation'], measureMutations],
  [['storm'], measureStorm],
  [['restless'], measureRestless],
  [['plain-size', 'plain-script'], (launched) => measurePlain(launched, extension)],
  [['load-first', 'load', 'load-ratio', 'load-pages', 'load-stopped'], measureLoad],
  [['card'], measureCard],
  [['paste'], measurePaste],
];

const runs: Values[] = [];
for (let run = 0; run < Number(count); run++) runs.push(await measureAll());
const rows = createReportRows(runs).filter(({ name }) => isRequested(name, only));
if (json)
  console.log(
    JSON.stringify({ date: new Date().toISOString(), runs: Number(count), figures: rows }, null, 2),
  );
else console.log(formatMarkdownTableOf(rows));

async function measureAll(): Promise<Values> {
  const measured: Values = {};
  for (const [figures, measure] of MEASURES) {
    if (!figures.some((name) => isRequested(name, only))) continue;
    const launched = await launch(extension);
    Object.assign(measured, await measure(launched));
    await launched.close();
  }
  if (isRequested('explain', only) || isRequested('explain-growth', only))
    Object.assign(measured, measureExplain());
  if (['webhook', 'webhook-parse', 'log', 'log-pattern'].some((name) => isRequested(name, only)))
    Object.assign(measured, measureText());
  return measured;
}

/** Builds with stdout redirected to stderr, because `--json` writes to stdout. */
function buildExtension(): string {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const { status } = spawnSync(process.execPath, [wxt, 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
  return join(ROOT, '.output/chrome-mv3');
}
