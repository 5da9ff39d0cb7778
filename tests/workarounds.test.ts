import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Returns the files of these folders with their texts. */
const readFiles = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map(
    (path) => [path.replaceAll('\\', '/'), readFileSync(join(ROOT, path), 'utf8')] as const,
  );

test('each workaround that says how to reproduce the bug has a test for when it can go, and no test is left over', () => {
  const workarounds = readFiles('{lib,components,entrypoints,build,tests/e2e}/**/*.{ts,tsx}').flatMap(
    ([path, text]) => [...text.matchAll(/\breproduce\b/gi)].map(() => path),
  );
  const tested = readFiles('tests/**/*.nightly.test.ts').flatMap(([, text]) =>
    [...text.matchAll(/^\s*(?:test\()?'([\w/-]+(?:\.[\w-]+)*\.tsx?): /gm)].map(([, path]) => path),
  );
  expect(workarounds.length).toBeGreaterThan(15);
  expect(tested.sort()).toEqual(workarounds.sort());
});
