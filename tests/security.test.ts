import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const ENDINGS = ['', '.test.ts', '.test.tsx', '.nightly.test.ts'];

/** The promises of docs/security.md, each with the cell that names its tests. */
const promises = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!---|Promise)/.test(line))
  .map((line) => line.split(' | '))
  .map(([promise = '', , tests = '']) => [promise.slice(2), tests] as const);

test('lists promises', () => expect(promises.length).toBeGreaterThan(10));

test.each(promises)('%s: its tests exist', (_, tests) => {
  const names = [...tests.matchAll(/`([\w-]+\/[^`]+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(names).not.toEqual([]);
  const sources = names.map((name) => {
    const file = ENDINGS.map((ending) => join(ROOT, name + ending)).find(
      existsSync,
    );
    return file
      ? readFileSync(file, 'utf8')
      : expect.fail(`There is no test ${name}`);
  });
  for (const [, title = ''] of tests.matchAll(/“([^”]+)”/g))
    expect(sources.join('\n')).toContain(`'${title}'`);
});

test('no script takes an element of the page for its state', () => {
  const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', {
    cwd: ROOT,
  }).filter((path) => !/\.test\.tsx?$/.test(path));

  const reads = sources.flatMap((path) =>
    [
      ...readCode(path).matchAll(
        /(.{0,60})\bglobalThis\.(errata\w+)\b(?!\s=\s)/gs,
      ),
    ].flatMap(([, before = '', name]) => {
      const isType = before.endsWith('typeof ');
      const isOwn = before.includes(`hasOwn(globalThis, '${name}')`);

      return isType || isOwn ? [] : [`${path}: ${name}`];
    }),
  );

  expect(sources.length).toBeGreaterThan(300);
  expect(reads).toEqual([]);
});

test('no script that runs in pages asks the document by a name that an image can take', () => {
  const sources = globSync(
    ['lib/page/**/*.{ts,tsx}', 'components/card/*.{ts,tsx}'],
    { cwd: ROOT },
  ).filter((path) => !/\.test\.tsx?$/.test(path));

  const reads = sources.flatMap((path) =>
    [
      ...readCode(path).matchAll(/\b(?:document|ownerDocument)\??\.[a-z]\w*/g),
    ].map(([read]) => `${path}: ${read}`),
  );

  expect(sources.length).toBeGreaterThan(50);
  expect(reads).toEqual([]);
});

/** Returns the source without its comments. */
function readCode(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replace(
    /^ *(?:\/?\*|\/\/).*$/gm,
    '',
  );
}
