import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Of what takes most of a command's time: the parsed YAML files, by the hash of their content, and the checked catalogue. */
export const CACHE_FOLDER = join(
  import.meta.dirname,
  '../node_modules/.cache/errata',
);
const MAX_CACHED_FILES = 300;

export function storeFile(file: string, content: string): void {
  try {
    if (
      existsSync(CACHE_FOLDER) &&
      readdirSync(CACHE_FOLDER).length > MAX_CACHED_FILES
    )
      rmSync(CACHE_FOLDER, { recursive: true });

    mkdirSync(CACHE_FOLDER, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, content);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The cache folder is not writable, so everything is built each time.
  }
}
