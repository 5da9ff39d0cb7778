import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Each run has its own file, because two run at the same time. */
const FILE = join(
  import.meta.dirname,
  `../.output/test-counts/${process.pid}.json`,
);

/** Prints the tests that passed only after a retry, and counts for `scripts/test.ts` what a run proved. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly unknown[],
  ): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);

    const describeTests = (isOne: (test: TestCase) => boolean) =>
      tests.filter(isOne).map((test) => {
        const name = `${test.module.relativeModuleId} > ${test.fullName}`;

        return [
          name,
          ...(test.result().errors ?? []).map(({ message }) => `  ${message}`),
        ].join('\n');
      });

    const repeated = describeTests(
      (test) => (test.diagnostic()?.retryCount ?? 0) > 0,
    );

    console.log(
      ['', `${repeated.length} tests repeated`, ...repeated].join('\n'),
    );

    const failures = describeTests((test) => test.result().state === 'failed');

    // Files that failed to load, and errors outside any test.
    const others =
      modules.flatMap((module) => module.errors()).length + errors.length;

    const counts = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: failures.length + others,
      names: failures,
      cases: tests.reduce((sum, test) => sum + (test.meta().cases ?? 0), 0),
    };

    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify(counts));
  }
}
