// `npm test`: runs the checks and both builds, then all tests in one run. Arguments are passed to Vitest: `npm test --
// lib/detect`. With `--nightly`, also runs slow tests, both browsers everywhere, and 100,000 cases of each property test, and
// without filters the mutation tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, PREPARE } from './check.ts';
import { runSteps, runTool } from './run.ts';

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
const file = join(folder, 'report.json');
const reporters = [
  '--reporter=default',
  '--reporter=json',
  '--reporter=./tests/repeated-reporter.ts',
  `--outputFile.json=${file}`,
];

const failed = [
  ...(await runSteps([PREPARE])),
  // In sequence, because both write the catalogue's files.
  ...(await runSteps([['builds', ['wxt', 'build'], ['wxt', 'build', '-b', 'firefox', '--mv3']], ...CHECKS])),
];
console.log('\n── tests');
const clean = runTool('vitest', 'run', ...reporters, ...filters);
const { numPassedTests, numFailedTests, testResults } = readReport();
rmSync(folder, { recursive: true });

if (isNightly && filters.length === 0) {
  console.log('\n── mutation tests');
  for (const name of ['NIGHTLY', 'VITE_NIGHTLY', 'FUZZ_RUNS']) delete process.env[name];
  if (!runTool('stryker', 'run')) failed.push('mutation tests');
}

// Files that failed to load.
const broken = testResults.filter(
  (result) => result.status === 'failed' && result.assertionResults.length === 0,
);
let failures = failed.length + numFailedTests + broken.length;
// An error outside any test also fails the run.
if (!clean && numFailedTests + broken.length === 0) failures += 1;
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${numPassedTests} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

function readReport() {
  const none: { status: string; assertionResults: unknown[] }[] = [];
  const nothing = { numPassedTests: 0, numFailedTests: 0, testResults: none };
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as typeof nothing) : nothing;
}
