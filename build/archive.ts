import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The first moment that a zip can name: when it was packed says nothing about what is in it. */
const NO_TIME = new Date(1980, 0, 1);

/** A zip of these files of a folder. The same files give the same bytes, whenever and wherever. */
export function archive(folder: string, files: readonly string[]): Uint8Array {
  const content: Zippable = {};
  for (const file of [...files].sort()) content[file] = readFileSync(join(folder, file));
  return zipSync(content, { level: 9, mtime: NO_TIME });
}

/** All files below a folder, with `/` between their parts. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
