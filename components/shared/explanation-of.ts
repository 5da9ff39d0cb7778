import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { type Place, rankedMeanings } from '../../lib/catalogue/ranked.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';

/**
 * The explanation of an entry that the reader picked: nothing is left to decide.
 *
 * @param place Ranks the code's other meanings.
 * @param family What the range of an unknown code tells; used where `key` is null or gone.
 */
export function explanationOf(
  { code, key }: { code: string; key: EntryKey | null },
  catalogue: Catalogue,
  place: Place,
  family: (code: string) => string,
): Explanation {
  const entry = (key && catalogue.byKey.get(key)) || null;
  const meanings = entry ? rankedMeanings(entry.code, catalogue, place).map((ranked) => ranked.entry) : [];
  return {
    code: entry?.code ?? code,
    subcode: entry?.subcode ?? null,
    entry,
    others: meanings.filter((other) => other.key !== entry?.key),
    ambiguous: false,
    undecided: null,
    detail: null,
    said: null,
    when: null,
    family: entry ? null : family(code),
    subcodeFamily: null,
  };
}
