import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Search } from '../../lib/catalogue/search.ts';

/** So many are offered. */
const MOST = 6;

/**
 * What an address that the catalogue does not know may have meant: the same code under another key, a slip of the finger, or the
 * nearest numbers.
 */
export function nearestTo(target: string, catalogue: Catalogue, find: Search['find']): readonly Entry[] {
  const code = target
    .slice(target.lastIndexOf('/') + 1)
    .replace(/~.*$/, '')
    .trim();
  const bare = /^\d+\.\d+$/.test(code) ? code.replace(/\..*$/, '') : code;
  const found = find(bare, {}, MOST).map(({ entry }) => entry);
  return found.length > 0 ? found : nearestNumbers(bare, catalogue);
}

/**
 * Codes of as many digits that begin like a number, the nearest first. A code of their range is most likely related, where no code is
 * so close that a slip of the finger explains it. Empty for words, and for a number of a range that nobody uses.
 */
export function nearestNumbers(code: string, { entries }: Catalogue): readonly Entry[] {
  if (!/^\d{3,7}$/.test(code)) return [];
  const start = code.slice(0, Math.ceil(code.length / 2));
  const distance = (entry: Entry) => Math.abs(Number(entry.code) - Number(code));
  return entries
    .filter(
      (entry) =>
        !entry.subcode &&
        entry.code.length === code.length &&
        entry.code.startsWith(start) &&
        /^\d+$/.test(entry.code),
    )
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST);
}
