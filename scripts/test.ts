// `npm test`: runs the checks, both builds and all tests. Arguments are passed to Vitest: `npm test -- lib/detect`. With
// `--nightly`, also runs slow tests, both browsers everywhere, and 100,000 cases of each property test, and without filters the
// mutation tests.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, PREPARE } from './checks.ts';
import { type RunOptions, runSteps, runTool, type Step } from './run.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  /** Empty for files that failed to load. */
  testResults: { status: string; assertionResults: unknown[] }[];
}

const filters = process.argv.slice(2).filter((arg) => arg !== '--nightly');
const isNightly = process.argv.includes('--nightly');
if (isNightly) {
  process.env.NIGHTLY = '1';
  // Tests in a browser see only variables with this prefix.
  process.env.VITE_NIGHTLY = '1';
  process.env.FUZZ_RUNS ??= '100000';
  process.env.VITE_FUZZ_RUNS ??= '20000';
}
const folder = mkdtempSync(join(tmpdir(), 'errata-test-'));

/** Runs the tests of a project, `!` for all others. Returns the number of those that passed, and of failures. */
async function runProject(name: string, project: string, options?: RunOptions) {
  const file = join(folder, `${name}.json`);
  const step: Step = [
    name,
    [
      'vitest',
      ...['run', `--project=${project}`, '--passWithNoTests', ...filters],
      ...['--reporter=default', '--reporter=json', '--reporter=./tests/repeated-reporter.ts'],
      `--outputFile.json=${file}`,
    ],
  ];
  const isClean = (await runSteps([step], options)).length === 0;
  const { numPassedTests, numFailedTests, testResults } = readReport(file);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failures = numFailedTests + broken.length;
  // An error outside any test also fails the run.
  return { passed: numPassedTests, failures: isClean ? failures : Math.max(failures, 1) };
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const failed = await runSteps([PREPARE]);
// In sequence, because both write the catalogue's files.
const building = runSteps([['builds', ['wxt', 'build'], ['wxt', 'build', '-b', 'firefox', '--mv3']]]);
// Browsers wait often. Checks and other tests use that time, with a low priority, so that they don't slow them down.
const inBackground = { priority: constants.priority.PRIORITY_BELOW_NORMAL };
const checking = runSteps(CHECKS, inBackground);
const runs = await Promise.all([
  building.then(() => runProject('end-to-end tests', 'e2e', { isLive: true })),
  Promise.all([building, checking]).then(() => runProject('other tests', '!e2e', inBackground)),
]);
failed.push(...(await building), ...(await checking));
rmSync(folder, { recursive: true });

if (isNightly && filters.length === 0) {
  console.log('\n── mutation tests');
  for (const name of ['NIGHTLY', 'VITE_NIGHTLY', 'FUZZ_RUNS']) delete process.env[name];
  if (!runTool('stryker', 'run')) failed.push('mutation tests');
}

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
const passed = runs.reduce((sum, run) => sum + run.passed, 0);
const failures = runs.reduce((sum, run) => sum + run.failures, failed.length);
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 && passed > 0 ? 0 : 1;
