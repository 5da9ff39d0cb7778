import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** Earliest DOS timestamp, for reproducible zips. */
const EARLIEST_ZIP_TIME = new Date(1980, 0, 1);

export function zipFiles(folder: string, files: readonly string[]): Uint8Array {
  const content = [...files]
    .sort()
    .map((file) => [file, readFileSync(join(folder, file))] as const);

  return zipSync(Object.fromEntries(content), {
    level: 9,
    mtime: EARLIEST_ZIP_TIME,
  });
}

export const listFilesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) =>
      relative(folder, join(parentPath, name)).split(sep).join('/'),
    );
