import type { TextIndexData } from '../../lib/catalogue/search/word-index.ts';

/** In the package, next to its modules. A variable, because bundlers would embed the file of a literal. */
export const TEXT_INDEX_FILE = 'text-index.json';

/** Returns null where there is no file: in a browser, and in a bundle. Then the search makes its index. */
export function readTextIndexFile(): TextIndexData | null {
  try {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const file = new URL(TEXT_INDEX_FILE, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
