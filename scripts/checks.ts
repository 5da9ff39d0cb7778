import { runTool } from './run.ts';

/** Static checks of the source. */
export const CHECKS: [string, () => boolean][] = [
  // Generates WXT's types, which a fresh clone lacks.
  ['types (tsc)', () => runTool('wxt', 'prepare') && runTool('tsc', '--noEmit')],
  ['style (biome)', () => runTool('biome', 'check', '--diagnostic-level=error')],
  [
    'layers (dependency-cruiser)',
    () => runTool('depcruise', '--no-progress', '.', '--config', '.dependency-cruiser.json'),
  ],
  ['docs/catalogue.md against data/', () => runTool('node', 'scripts/report.ts', '--check')],
  ['names', () => runTool('node', 'scripts/check-names.ts')],
  ['patterns (recheck)', () => runTool('node', 'tests/patterns.ts')],
  ['dead code (knip)', () => runTool('knip', '--no-progress')],
];
