import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFilesBelow, zipFiles } from './zip-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'errata-archive-'));
  mkdirSync(join(folder, 'icon'));
  writeFileSync(join(folder, 'manifest.json'), '{}');
  writeFileSync(join(folder, 'icon', 'errata.svg'), '<svg/>');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a zip contains each file at its path', () => {
  const files = unzipSync(zipFiles(folder, listFilesBelow(folder)));
  expect(
    Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]),
    ),
  ).toEqual({
    'icon/errata.svg': '<svg/>',
    'manifest.json': '{}',
  });
});

test('the same files at another time and in another order have the same bytes', () => {
  const before = zipFiles(folder, listFilesBelow(folder));
  utimesSync(join(folder, 'manifest.json'), new Date(), new Date(2030, 1, 1));
  expect(zipFiles(folder, listFilesBelow(folder).reverse())).toEqual(before);
});
