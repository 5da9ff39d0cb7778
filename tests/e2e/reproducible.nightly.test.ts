import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WXT = join(ROOT, 'node_modules/.bin/wxt');
/** Generated folders. */
const MADE = new Set([
  '.git',
  '.output',
  '.wxt',
  'node_modules',
  'coverage',
  'shots',
]);

/** Returns the hash of every file below a folder. */
function hashFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  }).filter((each) => each.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        relative(folder, path),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

// Mozilla's reviewers build from source. The builds for other browsers differ only in their manifests.
test('a later build in another folder has the same bytes', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'errata-source-'));
  try {
    cpSync(ROOT, copy, {
      recursive: true,
      filter: (from) => !MADE.has(relative(ROOT, from)),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    // Vitest sets `NODE_ENV=test`, which would bundle React's development build.
    const { NODE_ENV: _, ...env } = process.env;
    await promisify(execFile)(WXT, ['build', '-b', 'firefox', '--mv3'], {
      cwd: copy,
      env,
    });
    for (const folder of ['firefox-mv3', 'catalogue'])
      expect(hashFiles(join(copy, '.output', folder)), folder).toEqual(
        hashFiles(join(ROOT, '.output', folder)),
      );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
