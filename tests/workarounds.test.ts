import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createManifest } from '../build/manifest.ts';

const ROOT = join(import.meta.dirname, '..');

/** Returns the files of these folders with their texts. */
const readFiles = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map(
    (path) =>
      [
        path.replaceAll('\\', '/'),
        readFileSync(join(ROOT, path), 'utf8'),
      ] as const,
  );

test('each workaround that says how to reproduce the bug has a test for when it can go, and no test is left over', () => {
  const workarounds = readFiles(
    '{lib,components,entrypoints,build,tests/e2e}/**/*.{ts,tsx}',
  ).flatMap(([path, text]) =>
    [...text.matchAll(/\breproduce\b/gi)].map(() => path),
  );
  const tested = readFiles('tests/**/*.nightly.test.ts').flatMap(([, text]) =>
    [...text.matchAll(/^\s*(?:test\()?'([\w/-]+(?:\.[\w-]+)*\.tsx?): /gm)].map(
      ([, path]) => path,
    ),
  );
  expect(workarounds.length).toBeGreaterThan(15);
  expect(tested.sort()).toEqual(workarounds.sort());
});

test('lib/page/text/site.ts may do without the Navigation API as long as a supported browser lacks it', () => {
  const { gecko } =
    createManifest('firefox', '').browser_specific_settings ?? {};
  const { safari } =
    createManifest('safari', '').browser_specific_settings ?? {};
  const isMissing =
    Number(safari?.strict_min_version) < 26.2 ||
    Number.parseInt(gecko?.strict_min_version ?? '', 10) < 147;
  expect(isMissing, 'the exception in lib/page/text/site.ts can go').toBe(true);
});
