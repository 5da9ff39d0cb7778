import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Each run has its own file, because two run at the same time. */
const FILE = join(import.meta.dirname, `../.output/test-counts/${process.pid}.json`);

/** Prints the tests that passed only after a retry, and counts for `scripts/test.ts` what a run proved. */
export default class CountingReporter implements Reporter {
  readonly #repeated: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if ((test.diagnostic()?.retryCount ?? 0) > 0)
      this.#repeated.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    console.log(['', `${this.#repeated.length} tests repeated`, ...this.#repeated].join('\n'));
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: 'passed' | 'failed') =>
      tests.filter((test) => test.result().state === state).length;
    // Files that failed to load, and errors outside any test.
    const others = modules.flatMap((module) => module.errors()).length + errors.length;
    const counts = {
      passed: count('passed'),
      failed: count('failed') + others,
      cases: tests.reduce((sum, test) => sum + (test.meta().cases ?? 0), 0),
    };
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify(counts));
  }
}
