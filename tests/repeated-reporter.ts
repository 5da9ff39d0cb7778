import type { Reporter, TestCase, TestRunEndReason } from 'vitest/node';

/** Prints the tests that passed only after a retry, and their number. */
export default class RepeatedReporter implements Reporter {
  readonly #repeated: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if ((test.diagnostic()?.retryCount ?? 0) > 0)
      this.#repeated.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(_modules: unknown, _errors: unknown, _reason: TestRunEndReason): void {
    console.log(['', `${this.#repeated.length} tests repeated`, ...this.#repeated].join('\n'));
  }
}
