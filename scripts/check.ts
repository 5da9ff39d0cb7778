import { runSteps, type Step } from '../build/run.ts';

/** Generates WXT's types, which a fresh clone lacks. */
export const PREPARE: Step = ['types of WXT', ['wxt', 'prepare']];

/** Static checks of the source. The longest first, because they run side by side. */
export const CHECKS: readonly Step[] = [
  ['patterns (recheck)', ['node', 'tests/patterns.ts']],
  ['types (tsc)', ['tsc', '--noEmit']],
  [
    'layers (dependency-cruiser)',
    ['depcruise', '--no-progress', '.', '--config', '.dependency-cruiser.json'],
  ],
  ['style (biome)', ['biome', 'check', '--diagnostic-level=error']],
  ['dead code (knip)', ['knip', '--no-progress']],
  ['names', ['node', 'scripts/check-names.ts']],
  ['commits', ['node', 'scripts/check-commits.ts']],
  ['plain functions', ['node', 'scripts/check-complexity.ts']],
  ['packages', ['node', 'scripts/check-packages.ts']],
];

if (import.meta.main) {
  const failed = [...(await runSteps([PREPARE])), ...(await runSteps(CHECKS))];

  console.log(
    failed.length === 0
      ? '\nAll checks pass.'
      : `\nFailed: ${failed.join(', ')}`,
  );

  process.exitCode = failed.length === 0 ? 0 : 1;
}
