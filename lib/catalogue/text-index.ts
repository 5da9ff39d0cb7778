import MiniSearch, { type SearchResult } from 'minisearch';
import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { tellingWords, wordsOf } from './words-of.ts';

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
      [...(causes ?? []), ...(details ?? []).flatMap((d) => [...d.match, d.meaning])]
        .join('\n')
        .replace(/\{[^{}]*\}/g, ' '),
  ],
  meaning: [1, ({ meaning }) => meaning],
  group: [1, (entry) => entry.class],
  place: [
    0.6,
    (entry, catalogue) => `${catalogue.apiName(entry)} ${catalogue.provider(entry.provider)?.name ?? ''}`,
  ],
};

/** Words that stand in every other question, so that an entry without them may still be the answer. */
const GENERAL = new Set(
  (
    'account api app business customer fail failed failing get issue message messages meta not number numbers only phone problem ' +
    'received recipient send sending sent template templates unable user users waba whatsapp'
  ).split(' '),
);
const weightOf = (word: string) => (GENERAL.has(word) ? 0.4 : 1);
/** Share of a question's weight that an entry must hold. */
const REQUIRED = 0.7;
/** The same of a question of several words that nothing answers so. */
const LEAST = 0.55;
const SEVERAL = 3;
/** What the whole question counts as the name of an entry, and as a part of one. A long one is no chance. */
const SAME_NAME = [3, 9] as const;
const PART_OF_NAME = [1.5, 4] as const;
const LONG = 4;
/** A shorter word that was asked for has to be met as it is: `flow` is not `slow`. */
const LETTERS_TO_MISS = 6;

const MOST_KEPT = 100;

export interface TextIndex {
  /** Reads every entry's names now, which else the first short words do. */
  prepare(): void;
  /** Entries of which these words are a name. */
  named(words: readonly string[]): readonly Entry[];
  /**
   * Entries that hold most of the words and every number, with a score; unsorted.
   *
   * @param words In English, plain.
   * @param weight Multiplies the score of an entry.
   * @param typed Those of the words that were typed, where others were put in place of the rest: an entry has
   *   to hold them all; without any, all of the words.
   */
  find(
    words: readonly string[],
    weight: (entry: Entry) => number,
    typed?: readonly string[] | null,
  ): Map<Entry, number>;
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
      fuzzy: slips,
      tokenize: (query) => query.split(' '),
    },
  });
  index.addAll(catalogue.entries);
  const kept = new Map<string, readonly SearchResult[]>();
  /** While one types, the same wordings are looked up again and again. */
  const search = (words: readonly string[], typed: readonly string[] | null) => {
    const id = `${words.join(' ')}|${typed?.join(' ') ?? '*'}`;
    const known = kept.get(id);
    if (known) return known;
    // The catalogue's own words have no typing errors.
    const fuzzy = (term: string) => (typed === null || typed.includes(term) ? slips(term) : false);
    const found = index.search(words.join(' '), { fuzzy });
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(id, found);
    return found;
  };
  const names = new Map<Entry, readonly string[]>();
  const namesOf = (entry: Entry) => {
    const known = names.get(entry);
    if (known) return known;
    const titles = entry.claims.flatMap(({ agrees, title }) => (agrees && title ? [title] : []));
    const found = [entry.title, ...(entry.aliases ?? []), entry.renamedFrom ?? '', ...titles].map(named);
    names.set(entry, found);
    return found;
  };
  return {
    prepare: () => catalogue.entries.forEach(namesOf),
    named(words) {
      const name = ` ${tellingWords(words).join(' ')} `;
      return catalogue.entries.filter((entry) => namesOf(entry).includes(name));
    },
    find(words, weight, typed = null) {
      const telling = [...new Set(tellingWords(words))];
      const found = new Map<Entry, number>();
      if (telling.length === 0) return found;
      const total = telling.reduce((sum, word) => sum + weightOf(word), 0);
      const name = ` ${telling.join(' ')} `;
      const all = typed?.length === 0;
      const needed = telling.filter((word) => all || /^\d{3,}$/.test(word) || typed?.includes(word));
      const partly = new Map<Entry, number>();
      for (const { id, score, queryTerms, match } of search(telling, typed)) {
        const met = new Set(queryTerms);
        if (needed.some((word) => !met.has(word) || !isMet(word, match))) continue;
        let share = 0;
        for (const word of met) share += weightOf(word) / total;
        const entry = catalogue.byKey.get(id as EntryKey);
        if (!entry || share < LEAST) continue;
        const own = namesOf(entry);
        const long = telling.length >= LONG ? 1 : 0;
        const bonus = own.includes(name)
          ? SAME_NAME[long]
          : own.some((one) => one.includes(name))
            ? PART_OF_NAME[long]
            : 1;
        (share < REQUIRED ? partly : found).set(entry, score * share ** 2 * bonus * weight(entry));
      }
      return found.size === 0 && telling.length >= SEVERAL ? partly : found;
    },
  };
}

/** How many letters of a word may be wrong. One wrong digit is another code, not a typo. */
const slips = (term: string) => (/\d/.test(term) || term.length < 4 ? false : term.length < 6 ? 1 : 0.25);

function isMet(word: string, match: Readonly<Record<string, unknown>>): boolean {
  return word.length >= LETTERS_TO_MISS || Object.keys(match).some((term) => term.startsWith(word));
}

const named = (text: string) => ` ${tellingWords(wordsOf(text)).join(' ')} `;
