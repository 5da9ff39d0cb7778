const { FUZZ_RUNS = '2000', FUZZ_SEED = '1' } = process.env;

/**
 * Parameters of property tests of what reads text or settings that may mean ill. `FUZZ_RUNS=100000 FUZZ_SEED=7` checks more cases, or others. A
 * failure is shrunk and reported with its seed and path.
 */
export const FUZZ = { numRuns: Number(FUZZ_RUNS), seed: Number(FUZZ_SEED) };
