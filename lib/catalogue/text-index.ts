import MiniSearch, { type SearchResult } from 'minisearch';
import type { Entry, EntryKey } from '../../data/schema.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';
import {
  createEntryNames,
  getConfirmedTitles,
  getStemWeight,
  joinStems,
  stemSignificantWords,
  translateWords,
} from './entry-names.ts';
import { findLetterSwaps, stemWord, tokenize } from './tokenize.ts';

const FIELDS: Readonly<
  Record<
    string,
    readonly [
      boost: number,
      text: (entry: Entry, catalogue: Catalogue) => string,
    ]
  >
> = {
  title: [4, ({ title }) => title],
  symbols: [2.5, ({ code, symbols }) => [code, ...(symbols ?? [])].join('\n')],
  aliases: [
    3,
    ({ aliases, renamedFrom }) =>
      [...(aliases ?? []), renamedFrom ?? ''].join('\n'),
  ],
  alsoCalled: [1.5, (entry) => getConfirmedTitles(entry).join('\n')],
  causes: [
    1.1,
    ({ causes = [], details = [] }) => {
      const said = details.flatMap(({ match, meaning }) => [...match, meaning]);
      return [...causes.map(({ text }) => text), ...said]
        .join('\n')
        .replace(/\{[^{}]*\}/g, ' ');
    },
  ],
  meaning: [1, ({ meaning }) => meaning],
  group: [1, (entry) => entry.class],
  provider: [
    0.6,
    (entry, catalogue) =>
      `${catalogue.apiName(entry)} ${catalogue.provider(entry.provider)?.name ?? ''}`,
  ],
};

/** Minimum share of the query's weight that an entry must match, and the minimum for expanded queries. */
const MIN_WEIGHT_SHARE = 0.55;
const MIN_EXPANDED_SHARE = 0.25;
const MIN_PART_SHARE = 0.4;
const MIN_SEVERAL_WORDS = 3;
/** Factors if the query equals an entry's name, and if it is part of one. */
const SAME_NAME_BONUS = 9;
const PART_OF_NAME_BONUS = 4;
/** Extra factors if the query matches as typed, without expansion. */
const AS_TYPED_FACTOR = 6;
const PART_AS_TYPED_FACTOR = 1.5;
/** Shorter words need an exact or prefix match: `flow` must not match `slow`. */
const MIN_FUZZY_LETTERS = 6;
/** From this length on, the number of typos depends on it. */
const MIN_LONG_WORD_LETTERS = 6;
const MAX_TYPO_SHARE = 0.25;

const MAX_CACHED_WORDS = 3_000;

/** An entry must contain the `must` words, if `strict` even if none does. Only `typed` words get typo tolerance. */
export interface QueryWording {
  typed: readonly string[];
  must: readonly string[];
  strict: boolean;
  isPart?: boolean;
}

/** An entry that contains a word, perhaps only as a prefix or with a typo. */
interface IndexedMatch {
  entry: Entry;
  score: number;
  /** True for a prefix match, or for a word long enough that a typo is more likely than another word. */
  isMet: boolean;
}

/** Builds the inverted index of all entries with MiniSearch. Takes tens of milliseconds for a thousand entries. */
export function createTextIndex(catalogue: Catalogue) {
  const terms = new Map<string, string[]>();

  /** Returns the index terms of a word: its English stems, which match other endings, and the word itself for typo tolerance. */
  const getTerms = (word: string) =>
    getOrInsert(terms, word, () => [
      ...new Set([...translateWords([word]).map(stemWord), word]),
    ]);

  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: Object.keys(FIELDS),
    extractField: (entry, field) =>
      field === 'key'
        ? entry.key
        : (FIELDS[field]?.[1](entry, catalogue) ?? ''),
    tokenize: tokenize,
    processTerm: getTerms,
    searchOptions: {
      boost: Object.fromEntries(
        Object.entries(FIELDS).map(([field, [boost]]) => [field, boost]),
      ),
      tokenize: (stem) => [stem],
      processTerm: (stem) => stem,
    },
  });

  index.addAll(catalogue.entries);

  const names = createEntryNames(catalogue);

  /** Searches the transposed spellings of a stem and returns the results of the first that matches. */
  function searchSwapped(stem: string): readonly SearchResult[] {
    for (const other of findLetterSwaps(stem)) {
      const results = index.search(other);
      if (results.length > 0) return results;
    }

    return [];
  }

  const kept = new Map<string, readonly IndexedMatch[]>();

  /** Caches results, because the same words are looked up at each keystroke. */
  function findHolders(
    stem: string,
    isLast: boolean,
    allowsTypos: boolean,
  ): readonly IndexedMatch[] {
    const id = `${stem}|${isLast}|${allowsTypos}`;

    if (kept.size >= MAX_CACHED_WORDS) kept.clear();

    return getOrInsert(kept, id, () =>
      searchHolders(stem, isLast, allowsTypos),
    );
  }

  function searchHolders(
    stem: string,
    isLast: boolean,
    allowsTypos: boolean,
  ): readonly IndexedMatch[] {
    // The last word may be incomplete, so use prefix search.
    const options = {
      prefix: stem.length >= (isLast ? 2 : 4),
      fuzzy: allowsTypos && getMaxTypos(stem),
    };

    const results = index.search(stem, options);

    const isPrefixMatch = ({ match }: SearchResult) =>
      Object.keys(match).some((term) => term.startsWith(stem));

    const swapped =
      allowsTypos && !results.some(isPrefixMatch) ? searchSwapped(stem) : [];

    return (swapped.length > 0 ? swapped : results).flatMap(
      (result): IndexedMatch[] => {
        const entry = catalogue.byKey.get(result.id as EntryKey);
        const isMet = stem.length >= MIN_FUZZY_LETTERS || isPrefixMatch(result);
        return entry ? [{ entry, score: result.score, isMet }] : [];
      },
    );
  }

  /**
   * Returns scores of entries that match most of the words and all numbers, or whose name is in the query. Unsorted.
   *
   * @param words Normalized English words.
   */
  function find(
    words: readonly string[],
    weight: (entry: Entry) => number,
    wording?: QueryWording,
  ) {
    const stems = stemSignificantWords(words);
    const telling = [...new Set(stems)];
    const typed = wording && stemSignificantWords(wording.typed);

    const rows = telling.map((stem, at) =>
      findHolders(
        stem,
        at === telling.length - 1,
        !typed || typed.includes(stem),
      ),
    );

    const counts = telling.map(getStemWeight);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const must = stemSignificantWords(wording?.must ?? []);

    const needed = telling.flatMap((stem, at) => {
      const hasMatch = Boolean(rows[at]?.length || wording?.strict);
      const isNeeded =
        /^\d{3,}$/.test(stem) || (must.includes(stem) && hasMatch);

      return isNeeded ? [at] : [];
    });

    const shares = counts.map((count) => count / total);
    const matches = addMatches(rows, shares, new Set(needed));
    const within = names.findWithin(stems);
    const query = { name: joinStems(telling), stems: telling };
    const minShare = getMinShare(wording);
    const found = new Map<Entry, number>();

    for (const [entry, { score, share, words: held, met }] of matches) {
      const named = within.get(entry) ?? 0;
      const isNamed = named > 0 && !wording;

      if (met < needed.length && !isNamed) continue;
      if (share < minShare && named === 0) continue;

      const bonus =
        getNameBonus(names.getNames(entry), query, !wording) ?? 1 + named;

      found.set(entry, score * held * share ** 2 * bonus * weight(entry));
    }

    return found;
  }

  return {
    findByName: (words: readonly string[]) =>
      catalogue.entries.filter((entry) =>
        names.getNames(entry).includes(joinStems(stemSignificantWords(words))),
      ),
    find,
  };
}

/** Returns how many letters of a word may differ, or their share. Numbers must match exactly, because one wrong digit is another code. */
function getMaxTypos(stem: string): number | false {
  if (/\d/.test(stem) || stem.length < 4) return false;
  return stem.length < MIN_LONG_WORD_LETTERS ? 1 : MAX_TYPO_SHARE;
}

function getMinShare(wording: QueryWording | undefined): number {
  if (!wording) return MIN_WEIGHT_SHARE;
  return wording.isPart ? MIN_PART_SHARE : MIN_EXPANDED_SHARE;
}

/** What an entry has of the words of a query. */
interface WordMatch {
  score: number;
  /** Share of the weight of all words. */
  share: number;
  words: number;
  /** Number of the words that an entry must have. */
  met: number;
}

/** @param rows The matches of each word. */
function addMatches(
  rows: readonly (readonly IndexedMatch[])[],
  shares: readonly number[],
  needed: ReadonlySet<number>,
): ReadonlyMap<Entry, WordMatch> {
  const sums = new Map<Entry, WordMatch>();

  for (const [at, row] of rows.entries()) {
    const isNeeded = needed.has(at);

    for (const { entry, score, isMet } of row) {
      const sum = getOrInsert(sums, entry, () => ({
        score: 0,
        share: 0,
        words: 0,
        met: 0,
      }));

      sum.score += score;
      sum.share += shares[at] ?? 0;
      sum.words++;
      if (isNeeded && isMet) sum.met++;
    }
  }

  return sums;
}

/**
 * Returns the factor for a query that is a name of the entry or a part of one, or null.
 *
 * @param isTyped False for words that the query was expanded by.
 */
function getNameBonus(
  names: readonly string[],
  { name, stems }: { name: string; stems: readonly string[] },
  isTyped: boolean,
): number | null {
  const isLong = stems.length >= MIN_SEVERAL_WORDS;

  if (names.includes(name))
    return isTyped && stems.length > 1
      ? SAME_NAME_BONUS * AS_TYPED_FACTOR
      : SAME_NAME_BONUS;

  const isPart = names.some(
    (one) =>
      one.includes(name) ||
      (isLong && stems.every((stem) => one.includes(` ${stem} `))),
  );

  if (!isPart) return null;

  return isTyped && isLong
    ? PART_OF_NAME_BONUS * PART_AS_TYPED_FACTOR
    : PART_OF_NAME_BONUS;
}
