import MiniSearch, { type SearchResult } from 'minisearch';
import type { Entry, EntryKey } from '../../data/schema.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';
import { nameOf, namesOf, stemsOf, toEnglish, weightOf } from './names.ts';
import { stemOf, swapsOf, wordsOf } from './words-of.ts';

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

/** Share of a question's weight that an entry must hold. */
const REQUIRED = 0.7;
/** The same of a question of several words that nothing answers so, and of one that was put otherwise. */
const LEAST = 0.55;
const LEAST_REWORDED = 0.25;
/** The same of a question that nothing answers so either; what no entry has counts in full there. */
const LEAST_OF_PART = 0.4;
const SEVERAL = 3;
/** What a word counts that no entry has, in a question of several: names of tools, dates, what somebody was doing. */
const UNKNOWN = 0.4;
/** What the whole question counts as the name of an entry, and as a part of one. A long one is no chance. */
const SAME_NAME = [5, 9] as const;
/** How much more where it is so as typed. */
const AS_TYPED = 3;
const PART_OF_NAME = [1.5, 4] as const;
const LONG = 4;
/** A shorter word that was asked for has to be met as it is: `flow` is not `slow`. */
const LETTERS_TO_MISS = 6;

const MOST_KEPT = 500;

/** How a question was put otherwise. */
export interface Wording {
  /** Words that were typed, and may hold a slip; the others are the catalogue's own. */
  typed: readonly string[];
  /** Words that an entry has to hold. */
  must: readonly string[];
  /** Also those that no entry holds. */
  strict: boolean;
  /** A part of it is enough. */
  isPart?: boolean;
}

export interface TextIndex {
  /** Reads every entry's names now, which else the first question does. */
  prepare(): void;
  /** Entries of which these words are a name. */
  named(words: readonly string[]): readonly Entry[];
  /**
   * Entries that hold most of the words and every number, or whose name stands in them, with a score; unsorted.
   *
   * @param words In English, plain.
   * @param weight Multiplies the score of an entry.
   */
  find(words: readonly string[], weight: (entry: Entry) => number, wording?: Wording): Map<Entry, number>;
}

/** An entry that holds a word, perhaps by its beginning only or with a slip. */
interface Held {
  entry: Entry;
  score: number;
  /** As it is, or of so many letters that a slip is likelier than another word. */
  isMet: boolean;
}

/** Indexes the words of every entry: some tens of milliseconds for a thousand. */
export function openTextIndex(catalogue: Catalogue): TextIndex {
  const terms = new Map<string, string[]>();
  /** What a word is filed as: the stem for words that differ in their ending, the word for slips. */
  const termsOf = (word: string) =>
    getOrInsert(terms, word, () => [...new Set([...toEnglish([word]).map(stemOf), word])]);
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: Object.keys(FIELDS),
    extractField: (entry, field) =>
      field === 'key' ? entry.key : (FIELDS[field]?.[1](entry, catalogue) ?? ''),
    tokenize: wordsOf,
    processTerm: termsOf,
    searchOptions: {
      boost: Object.fromEntries(Object.entries(FIELDS).map(([field, [boost]]) => [field, boost])),
      tokenize: (stem) => [stem],
      processTerm: (stem) => stem,
    },
  });
  index.addAll(catalogue.entries);
  const names = namesOf(catalogue);

  /** By the first order of its letters that an entry has. */
  function searchSwapped(stem: string): readonly SearchResult[] {
    for (const other of swapsOf(stem)) {
      const results = index.search(other);
      if (results.length > 0) return results;
    }
    return [];
  }

  const kept = new Map<string, readonly Held[]>();
  /** While one types, the same words are looked up again and again. */
  function holders(stem: string, isLast: boolean, maySlip: boolean): readonly Held[] {
    const id = `${stem}|${isLast}|${maySlip}`;
    const known = kept.get(id);
    if (known) return known;
    // The last word may not be typed to its end.
    const options = { prefix: stem.length >= (isLast ? 2 : 4), fuzzy: maySlip && slips(stem) };
    const results = index.search(stem, options);
    const begins = ({ match }: SearchResult) => Object.keys(match).some((term) => term.startsWith(stem));
    const swapped = maySlip && !results.some(begins) ? searchSwapped(stem) : [];
    const held = (swapped.length > 0 ? swapped : results).flatMap((result): Held[] => {
      const entry = catalogue.byKey.get(result.id as EntryKey);
      const isMet = stem.length >= LETTERS_TO_MISS || begins(result);
      return entry ? [{ entry, score: result.score, isMet }] : [];
    });
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(id, held);
    return held;
  }

  function find(words: readonly string[], weight: (entry: Entry) => number, wording?: Wording) {
    const stems = stemsOf(words);
    const telling = [...new Set(stems)];
    const typed = wording && stemsOf(wording.typed);
    const rows = telling.map((stem, at) =>
      holders(stem, at === telling.length - 1, !typed || typed.includes(stem)),
    );
    const unknown = wording?.isPart ? 1 : UNKNOWN;
    const least = wording?.isPart ? LEAST_OF_PART : wording ? LEAST_REWORDED : LEAST;
    const counts = telling.map((stem, at) => {
      const isUnknown = rows[at]?.length === 0 && telling.length >= SEVERAL && !/^\d/.test(stem);
      return weightOf(stem) * (isUnknown ? unknown : 1);
    });
    const total = counts.reduce((sum, count) => sum + count, 0);
    const must = stemsOf(wording?.must ?? []);
    const needed = telling.flatMap((stem, at) =>
      /^\d{3,}$/.test(stem) || (must.includes(stem) && (rows[at]?.length || wording?.strict)) ? [at] : [],
    );

    const sums = new Map<Entry, { score: number; share: number; words: number; met: number }>();
    rows.forEach((row, at) => {
      const isNeeded = needed.includes(at);
      for (const { entry, score, isMet } of row) {
        const sum = sums.get(entry) ?? { score: 0, share: 0, words: 0, met: 0 };
        if (sum.words === 0) sums.set(entry, sum);
        sum.score += score;
        sum.share += (counts[at] ?? 0) / total;
        sum.words++;
        if (isNeeded && isMet) sum.met++;
      }
    });

    const name = nameOf(telling);
    const within = names.within(stems);
    const long = telling.length >= LONG ? 1 : 0;
    const found = new Map<Entry, number>();
    const partly = new Map<Entry, number>();
    for (const [entry, { score, share, words: held, met }] of sums) {
      const named = within.get(entry) ?? 0;
      if ((named === 0 || wording) && met < needed.length) continue;
      if (named === 0 && share < least) continue;
      const own = names.of(entry);
      const bonus = own.includes(name)
        ? SAME_NAME[long] * (wording || telling.length < 2 ? 1 : AS_TYPED)
        : own.some((one) => one.includes(name))
          ? PART_OF_NAME[long]
          : 1 + named;
      const isPart = share < REQUIRED && named === 0 && !wording;
      (isPart ? partly : found).set(entry, score * held * share ** 2 * bonus * weight(entry));
    }
    return found.size === 0 && telling.length >= SEVERAL ? partly : found;
  }

  return {
    prepare: names.prepare,
    named: (words) => catalogue.entries.filter((entry) => names.of(entry).includes(nameOf(stemsOf(words)))),
    find,
  };
}

/** How many letters of a word may be wrong. One wrong digit is another code, not a typo. */
const slips = (stem: string) => (/\d/.test(stem) || stem.length < 4 ? false : stem.length < 6 ? 1 : 0.25);
