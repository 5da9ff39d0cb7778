// `npm test`: runs the checks and both builds, then all tests in one run. Arguments are passed to Vitest: `npm test --
// lib/detect`. With `--nightly`, also runs slow tests, both browsers everywhere, and 100,000 cases of each property test, and
// without filters the mutation tests. `--part NAME` runs one part of the night.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runSteps, runTool, type Step } from '../build/run.ts';
import { CHECKS, PREPARE } from './check.ts';

/** The parts of the night, with their Vitest projects. Each takes less than three hours on two cores and prints what it proved. */
const PROJECTS: Readonly<Record<string, readonly string[]>> = {
  checks: [],
  properties: ['node', 'mocked', 'jsdom', 'preact'],
  browsers: ['browser', 'e2e'],
  mutation: [],
};

const filters = process.argv.slice(2).filter((arg) => arg !== '--nightly');
const isNightly = process.argv.includes('--nightly');
if (isNightly) {
  // Tests in a browser see only variables with the prefix.
  Object.assign(process.env, { NIGHTLY: '1', VITE_NIGHTLY: '1' });
  process.env.FUZZ_RUNS ??= '100000';
  process.env.VITE_FUZZ_RUNS ??= '20000';
}
const at = filters.indexOf('--part');
const [, part] = at < 0 ? [] : filters.splice(at, 2);
if (at >= 0 && !PROJECTS[part ?? ''])
  throw new Error(`The parts are ${Object.keys(PROJECTS).join(', ')}.`);
const isAll = isNightly && filters.length === 0;
const usual = isAll ? Object.keys(PROJECTS) : ['checks', 'tests'];
const parts = part ? [part] : usual;

// In sequence, because both write the catalogue's files.
const builds: Step = [
  'builds',
  ['wxt', 'build'],
  ['wxt', 'build', '-b', 'firefox', '--mv3'],
];
const steps = [builds, ...(parts.includes('checks') ? CHECKS : [])];
const failed = [...(await runSteps([PREPARE])), ...(await runSteps(steps))];
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
let [failures, passed] = [failed.length, 0];
for (const name of parts) {
  if (name === 'checks')
    console.log(
      `\nchecks: ${steps.length - failures} of ${steps.length} passed`,
    );
  else if (name === 'mutation') runMutationTests();
  else await runTests(name);
}
if (parts.length > 1) console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

async function runTests(name: string): Promise<void> {
  console.log(`\n── ${name}`);

  const folder = join(ROOT, '.output/test-counts');

  rmSync(folder, { recursive: true, force: true });

  const createArguments = (part: string) => [
    ...[
      'run',
      '--reporter=default',
      '--reporter=./tests/counting-reporter.ts',
      ...filters,
    ],
    ...(PROJECTS[part] ?? []).map((project) => `--project=${project}`),
  ];

  // Tests in browsers mostly wait, so the others run beside them, with less priority (`tests/fuzz.ts`).
  const together = ['browsers', 'properties'].map(
    (part): Step => [part, ['vitest', ...createArguments(part)]],
  );

  const isFine =
    name === 'tests' && filters.length === 0
      ? (await runSteps(together)).length === 0
      : runTool('vitest', ...createArguments(name));

  const counts = { passed: 0, failed: 0, cases: 0 };

  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const own = readReport(join(folder, file), {
      ...counts,
      names: Array.of<string>(),
    });

    for (const name of ['passed', 'failed', 'cases'] as const)
      counts[name] += own[name];

    for (const failure of own.names) console.log(`failed: ${failure}`);
  }

  failures += isFine ? 0 : Math.max(counts.failed, 1);
  passed += counts.passed;

  console.log(
    `\n${name}: ${counts.passed} tests passed, ${counts.failed} failed, ${counts.cases} cases of properties`,
  );
}

/** Runs the mutants of the files in `filters`, or of all files. */
function runMutationTests(): void {
  console.log('\n── mutation');

  for (const name of ['NIGHTLY', 'VITE_NIGHTLY', 'FUZZ_RUNS'])
    delete process.env[name];

  const file = join(ROOT, '.output/mutation/report.json');

  rmSync(file, { force: true });

  const isFine = runTool(
    'stryker',
    'run',
    ...(filters.length > 0 ? ['--mutate', filters.join()] : []),
  );

  const none: Record<string, { mutants: { status: string }[] }> = {};

  const mutants = Object.values(
    readReport(file, { files: none }).files,
  ).flatMap((one) => one.mutants);

  const count = (statuses: RegExp) =>
    mutants.filter(({ status }) => statuses.test(status)).length;

  const [found, all] = [
    count(/Killed|Timeout/),
    count(/Killed|Timeout|Survived|NoCoverage/),
  ];

  if (!isFine || all === 0) failures += 1;

  console.log(
    `\nmutation: ${found} of ${all} mutants found, ${((100 * found) / Math.max(all, 1)).toFixed(1)} %`,
  );
}

function readReport<T>(file: string, none: T): T {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
}
