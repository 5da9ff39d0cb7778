import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Search } from '../../lib/catalogue/search.ts';

/** Maximum number of suggestions. */
const MAX_OFFERED = 6;

/** Suggests entries for an unknown target: the same code under another key, a code with one typo, or the nearest numbers. */
export function findNearest(target: string, catalogue: Catalogue, find: Search['find']): readonly Entry[] {
  const code = target
    .slice(target.lastIndexOf('/') + 1)
    .replace(/~.*$/, '')
    .trim();
  const bare = /^\d+\.\d+$/.test(code) ? code.replace(/\..*$/, '') : code;
  const found = find(bare, {}, MAX_OFFERED).map(({ entry }) => entry);
  return found.length > 0 ? found : findNearestNumbers(bare, catalogue);
}

/**
 * Returns codes with the same number of digits and the same first half, nearest first: codes of one range are likely to be related. Empty
 * for words and for a range without codes.
 */
export function findNearestNumbers(code: string, { entries }: Catalogue): readonly Entry[] {
  if (!/^\d{3,7}$/.test(code)) return [];
  const start = code.slice(0, Math.ceil(code.length / 2));
  const getDistance = (entry: Entry) => Math.abs(Number(entry.code) - Number(code));
  return entries
    .filter(
      (entry) =>
        !entry.subcode &&
        entry.code.length === code.length &&
        entry.code.startsWith(start) &&
        /^\d+$/.test(entry.code),
    )
    .sort((a, b) => getDistance(a) - getDistance(b))
    .slice(0, MAX_OFFERED);
}
