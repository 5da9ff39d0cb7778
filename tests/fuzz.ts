import { getPriority, setPriority } from 'node:os';
import fc from 'fast-check';
import { afterEach, beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Cases of its properties. */
    cases?: number;
  }
}

/**
 * A third of the processor beside one other process. `PRIORITY_BELOW_NORMAL` is a
 * tenth: beside four busy processes, the tests would take hours.
 */
const PRIORITY = 4;

// `npm test` runs the tests in browsers at the same time, which depend on real time.
if (getPriority() < PRIORITY) setPriority(PRIORITY);

/** Tests of time and size take a second and notice hardly any mutant that the others miss. */
const OF_TIME =
  /linear|in time|line of megabytes|proportional|costs the same|2,000 failures|bounded number/;
if (process.env.STRYKER_MUTATOR_WORKER)
  beforeEach(({ task, skip }) => skip(OF_TIME.test(task.name)));

// A mutant that 20 cases miss would cost seconds.
const DEFAULT_RUNS = process.env.STRYKER_MUTATOR_WORKER ? '20' : '1000';
const { NIGHTLY, FUZZ_RUNS = DEFAULT_RUNS, FUZZ_SEED } = process.env;

/** By day, a property of slow code checks as many cases as fit in this time. */
const DAY_LIMIT_MS = 250;
const NIGHT_LIMIT_MS = 900_000;

/**
 * Every property test runs with these parameters, unless it sets its own. `FUZZ_RUNS=100000 FUZZ_SEED=7` checks more cases, or others. A failure is
 * shrunk and reported with its seed and path.
 */
fc.configureGlobal({
  numRuns: Number(FUZZ_RUNS),
  // Each day the same cases, so that a failure is the fault of a change. By night new ones.
  ...((FUZZ_SEED || !NIGHTLY) && { seed: Number(FUZZ_SEED ?? 1) }),
  interruptAfterTimeLimit: NIGHTLY ? NIGHT_LIMIT_MS : DAY_LIMIT_MS,
  // On a machine that is busy with other work, not even one case may fit.
  reporter: (run: fc.RunDetails<unknown>) => {
    const isUntried = run.interrupted && run.numRuns === 0;
    if (run.failed && !isUntried) throw new Error(fc.defaultReportMessage(run));
  },
  beforeEach: () => {
    cases += 1;
  },
});

let cases = 0;
beforeEach(() => {
  cases = 0;
});
afterEach(({ task }) => {
  if (cases > 0) task.meta.cases = cases;
});
