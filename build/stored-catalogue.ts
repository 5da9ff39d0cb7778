import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueData } from '../data/schema.ts';
import { type Catalogue, createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createTextIndexData } from '../lib/catalogue/search/text-index.ts';
import type { TextIndexData } from '../lib/catalogue/search/word-index.ts';
import { CACHE_FOLDER, storeFile } from './cache-folder.ts';

const ROOT = join(import.meta.dirname, '..');
/** All that a catalogue and its index are made from. */
const SOURCES = ['data', 'build', 'lib', 'package.json'];

/** Changes with any file of the sources. */
function computeStamp(): string {
  const hash = createHash('sha256');

  const addFile = (path: string) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };

  for (const source of SOURCES.map((name) => join(ROOT, name))) {
    if (statSync(source).isFile()) {
      addFile(source);
      continue;
    }

    const found = readdirSync(source, { recursive: true, withFileTypes: true });

    for (const file of found)
      if (file.isFile()) addFile(join(file.parentPath, file.name));
  }

  return hash.digest('hex');
}

/** Returns what a command stored under a name, or null. Its first line is the stamp. */
function readStored<T>(name: string, stamp: string): T | null {
  try {
    const text = readFileSync(getPath(name), 'utf8');
    return text.startsWith(stamp) ? JSON.parse(text.slice(stamp.length)) : null;
  } catch {
    return null;
  }
}

const store = (name: string, stamp: string, made: unknown): void =>
  storeFile(getPath(name), `${stamp}\n${JSON.stringify(made)}`);

const getPath = (name: string) => join(CACHE_FOLDER, `${name}.json`);

/**
 * Opens the catalogue of `data/` as the last command read and checked it, which takes most of the time of a short command.
 *
 * @param read Reads and checks it, if a file has changed.
 */
export async function openStoredCatalogue(
  read: () => Promise<CatalogueData>,
): Promise<Catalogue> {
  const stamp = computeStamp();
  let data = readStored<CatalogueData>('catalogue', stamp);

  if (!data) {
    data = await read();
    store('catalogue', stamp, data);
  }

  const readTextIndex = (): TextIndexData => {
    const stored = readStored<TextIndexData>('text-index', stamp);
    if (stored) return stored;

    const made = createTextIndexData(catalogue.entries, catalogue);
    store('text-index', stamp, made);

    return made;
  };

  const catalogue = createCatalogue(data, readTextIndex);

  return catalogue;
}
