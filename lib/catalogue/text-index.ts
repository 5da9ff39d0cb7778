import MiniSearch from 'minisearch';
import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { queryWords, tellingWords, wordsOf } from './words-of.ts';

/** Field of the index: how much a word in it counts, and what of an entry stands in it. */
const FIELDS: Readonly<
  Record<string, readonly [boost: number, text: (entry: Entry, catalogue: Catalogue) => string]>
> = {
  title: [4, ({ title }) => title],
  symbols: [2.5, ({ code, symbols }) => [code, ...(symbols ?? [])].join('\n')],
  aliases: [3, ({ aliases, renamedFrom }) => [...(aliases ?? []), renamedFrom ?? ''].join('\n')],
  alsoCalled: [
    1.5,
    ({ claims }) => claims.flatMap(({ agrees, title }) => (agrees && title ? [title] : [])).join('\n'),
  ],
  causes: [
    1.2,
    ({ causes, details }) =>
      [...(causes ?? []), ...(details ?? []).flatMap((d) => [...d.match, d.meaning])].join('\n'),
  ],
  meaning: [1, ({ meaning }) => meaning],
  group: [1, (entry) => entry.class],
  place: [
    0.6,
    (entry, catalogue) => `${catalogue.apiName(entry)} ${catalogue.provider(entry.provider)?.name ?? ''}`,
  ],
};

/** Words of a query that must be found in an entry, by how many there are. */
const required = (count: number) => (count <= 3 ? count : Math.ceil(count * 0.7));

export interface TextIndex {
  /** Entries that hold most of the words and every number, with a score; unsorted. `weight` multiplies the score of an entry. */
  find(query: string, weight: (entry: Entry) => number): Map<Entry, number>;
}

/** Indexes the words of every entry: some tens of milliseconds for a thousand. */
export function openTextIndex(catalogue: Catalogue): TextIndex {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: Object.keys(FIELDS),
    extractField: (entry, field) =>
      field === 'key' ? entry.key : (FIELDS[field]?.[1](entry, catalogue) ?? ''),
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: Object.fromEntries(Object.entries(FIELDS).map(([field, [boost]]) => [field, boost])),
      // The last word may not be typed to its end.
      prefix: (term, at, terms) => term.length >= (at === terms.length - 1 ? 2 : 4),
      // One wrong digit is another code, not a typo.
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : term.length < 6 ? 1 : 0.25),
      tokenize: (query) => [...tellingWords(queryWords(query))],
    },
  });
  index.addAll(catalogue.entries);
  return {
    find(query, weight) {
      const words = new Set(tellingWords(queryWords(query)));
      const found = new Map<Entry, number>();
      if (words.size === 0) return found;
      for (const { id, score, queryTerms } of index.search(query)) {
        const met = new Set(queryTerms);
        const share = met.size;
        if ([...words].some((word) => /^\d{3,}$/.test(word) && !met.has(word))) continue;
        const entry = catalogue.byKey.get(id as EntryKey);
        if (!entry || share < required(words.size)) continue;
        found.set(entry, score * (share / words.size) ** 2 * weight(entry));
      }
      return found;
    },
  };
}
