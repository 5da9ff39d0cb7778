import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findNearestCodes } from '../../lib/catalogue/neighbours.ts';
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
  return found.length > 0 ? found : findNearestCodes(bare, catalogue);
}
