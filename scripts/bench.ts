// `npm run bench`: benchmarks of the delays that users notice.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../build/run.ts';
import {
  createFolderArgument,
  fail,
  parseArguments,
} from '../cli/command-line.ts';
import { measureAll } from '../tests/bench/measures.ts';
import {
  createReportRows,
  FIGURES,
  formatMarkdownTableOf,
  isRequested,
  type Values,
} from '../tests/bench/report.ts';

const { values } = parseArguments(
  'npm run bench -- [--runs 3] [--only NAME] [--json] [--build FOLDER]',
);
const { only, json, runs: count = '3' } = values;
if (!/^[1-9]\d{0,5}$/.test(count))
  fail(`--runs must be a whole number of at least 1, not "${count}".`);
if (!FIGURES.some(({ name }) => isRequested(name, only)))
  fail(
    `Unknown figure "${only}". Known figures: ${FIGURES.map(({ name }) => name).join(', ')}.`,
  );
const extension =
  values.build === undefined
    ? buildExtension()
    : createFolderArgument(values.build);

const runs: Values[] = [];
for (let run = 0; run < Number(count); run++)
  runs.push(await measureAll(extension, only));
const rows = createReportRows(runs).filter(({ name }) =>
  isRequested(name, only),
);
if (json)
  console.log(
    JSON.stringify(
      { date: new Date().toISOString(), runs: Number(count), figures: rows },
      null,
      2,
    ),
  );
else console.log(formatMarkdownTableOf(rows));

/** Builds with stdout redirected to stderr, because `--json` writes to stdout. */
function buildExtension(): string {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');

  const { status } = spawnSync(process.execPath, [wxt, 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });

  if (status !== 0) process.exit(1);

  return join(ROOT, '.output/chrome-mv3');
}
