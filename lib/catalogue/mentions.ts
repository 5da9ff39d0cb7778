import type { Entry, Relation } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { metRank, plainWeight } from './likelihood.ts';
import { type CodeContext, placeScore } from './ranked.ts';

/** What makes one code another name of the same failure. */
const OTHER_NAMES: ReadonlySet<Relation> = new Set(['successor', 'predecessor', 'behind', 'shown-as']);

/**
 * Entries of other codes that speak of this one: first its other names, Twilio's 63016 for the 470 behind it; of equals first those
 * of the place, then those that are met most.
 */
export function mentionsOf(code: string, catalogue: Catalogue, place: CodeContext): Entry[] {
  if (!/^\d{3,7}$/.test(code)) return [];
  const mention = new RegExp(`(?<![\\d.])${code}(?![\\d.]*\\d)`);
  const found: { entry: Entry; isName: boolean }[] = [];
  for (const entry of catalogue.entries) {
    const { meaning, note, related = [] } = entry;
    if (entry.code === code) continue;
    const links = related.filter(({ key }) => catalogue.byKey.get(key)?.code === code);
    if (links.length > 0 || mention.test(meaning) || mention.test(note ?? ''))
      found.push({ entry, isName: links.some(({ as }) => OTHER_NAMES.has(as)) });
  }
  const fits = placeScore(catalogue, place);
  const met = metRank(catalogue);
  const plain = plainWeight(catalogue);
  return found
    .sort(
      (a, b) =>
        Number(b.isName) - Number(a.isName) ||
        fits(b.entry) - fits(a.entry) ||
        met(a.entry) - met(b.entry) ||
        plain(b.entry) - plain(a.entry),
    )
    .map(({ entry }) => entry);
}
