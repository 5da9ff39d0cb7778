import type { Entry, Relation } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { createFrequencyRank, createPopularityWeight } from './popularity.ts';
import { type CodeContext, createPlaceScorer } from './rank-meanings.ts';

/** Relations that make two codes names of the same failure. */
const ALIAS_RELATIONS: ReadonlySet<Relation> = new Set(['successor', 'predecessor', 'behind', 'shown-as']);

/**
 * Returns entries of other codes that mention this one. Other names of the same failure come first (Twilio's 63016 for the 470 it
 * wraps), then entries that fit the page, then common codes. Returns `[]` unless `code` is a number of 3 to 7 digits.
 */
export function findMentions(code: string, catalogue: Catalogue, context: CodeContext): Entry[] {
  if (!/^\d{3,7}$/.test(code)) return [];
  const mention = new RegExp(`(?<![\\d.])${code}(?![\\d.]*\\d)`);
  const found: { entry: Entry; isName: boolean }[] = [];
  for (const entry of catalogue.entries) {
    const { meaning, note, related = [] } = entry;
    if (entry.code === code) continue;
    const links = related.filter(({ key }) => catalogue.byKey.get(key)?.code === code);
    if (links.length > 0 || mention.test(meaning) || mention.test(note ?? ''))
      found.push({ entry, isName: links.some(({ as }) => ALIAS_RELATIONS.has(as)) });
  }
  const fits = createPlaceScorer(catalogue, context);
  const met = createFrequencyRank(catalogue);
  const plain = createPopularityWeight(catalogue);
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
