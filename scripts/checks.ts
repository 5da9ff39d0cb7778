import { run } from './run.ts';

/** Static checks of the source. */
export const CHECKS: [string, () => boolean][] = [
  // Generates WXT's types, which a fresh clone lacks.
  ['types (tsc)', () => run('wxt', 'prepare') && run('tsc', '--noEmit')],
  ['style (biome)', () => run('biome', 'check', '--diagnostic-level=error')],
  [
    'layers (dependency-cruiser)',
    () => run('depcruise', '--no-progress', '.', '--config', '.dependency-cruiser.json'),
  ],
  ['docs/catalogue.md against data/', () => run('node', 'scripts/report.ts', '--check')],
  ['names', () => run('node', 'scripts/check-names.ts')],
  ['patterns (recheck)', () => run('node', 'tests/patterns.ts')],
  ['dead code (knip)', () => run('knip', '--no-progress')],
];
