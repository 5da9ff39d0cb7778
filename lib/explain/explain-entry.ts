import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { familyOf } from '../catalogue/family.ts';
import { type Place, rankedMeanings } from '../catalogue/ranked.ts';
import { type Explanation, explanationOf } from './explanation.ts';

/**
 * The explanation of an entry that the reader picked: nothing is left to decide.
 *
 * @param key Null for a code that the catalogue does not know; one that is gone counts as that.
 * @param place Ranks the code's other meanings.
 */
export function explainEntry(
  { code, key }: { code: string; key: EntryKey | null },
  catalogue: Catalogue,
  place: Place,
): Explanation {
  const entry = key === null ? undefined : catalogue.byKey.get(key);
  if (!entry) return explanationOf(code, { family: familyOf(code) });
  const meanings = rankedMeanings(entry.code, catalogue, place).map((ranked) => ranked.entry);
  const others = meanings.filter((other) => other.key !== entry.key);
  return explanationOf(entry.code, { subcode: entry.subcode ?? null, entry, others });
}
