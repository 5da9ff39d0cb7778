import type { Entry } from '../../../data/schema.ts';
import { getOrInsert, memoizeTexts } from '../../core/get-or-insert.ts';
import type { Catalogue } from '../catalogue.ts';
import {
  createEntryNames,
  getConfirmedTitles,
  getStemWeight,
  joinStems,
  readNames,
  stemSignificantWords,
  translateWords,
} from '../entry-names.ts';
import {
  createMatchSums,
  packMatches,
  type QueryMatch,
  type WordHolders,
} from './match-sums.ts';
import { stemWord, tokenize } from './tokenize.ts';
import { findLetterSwaps, getMaxTypos, MIN_FUZZY_LETTERS } from './typos.ts';
import {
  createWordIndexData,
  openWordIndex,
  type TextIndexData,
  type WordMatch,
} from './word-index.ts';

type ReadField = (
  entry: Entry,
  catalogue: Pick<Catalogue, 'apiName' | 'provider'>,
) => string;

/** The fields of an entry, each with its weight. */
const FIELDS: readonly (readonly [boost: number, read: ReadField])[] = [
  // The title.
  [4, ({ title }) => title],
  [2.5, ({ code, symbols }) => [code, ...(symbols ?? [])].join('\n')],
  [
    3,
    ({ aliases, renamedFrom }) =>
      [...(aliases ?? []), renamedFrom ?? ''].join('\n'),
  ],
  // What other sources call it.
  [1.5, (entry) => getConfirmedTitles(entry).join('\n')],
  [
    1.1,
    ({ causes = [], details = [] }) => {
      const said = details.flatMap(({ match, meaning }) => [...match, meaning]);
      return [...causes.map(({ text }) => text), ...said]
        .join('\n')
        .replace(/\{[^{}]*\}/g, ' ');
    },
  ],
  [1, ({ meaning }) => meaning],
  [1, (entry) => entry.class],
  [
    0.6,
    (entry, catalogue) =>
      `${catalogue.apiName(entry)} ${catalogue.provider(entry.provider)?.name ?? ''}`,
  ],
];

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
/** A shorter word at the end of a query, which may be incomplete, begins too many others. */
const MIN_PREFIX_LETTERS = 2;
const MAX_CACHED_WORDS = 3_000;

/** An entry must contain the `must` words, if `strict` even if none does. Only `typed` words get typo tolerance. */
export interface QueryWording {
  typed: readonly string[];
  must: readonly string[];
  strict: boolean;
  isPart?: boolean;
}

/** Makes the index of some entries. Takes hundreds of milliseconds for all. */
export function createTextIndexData(
  entries: readonly Entry[],
  catalogue: Parameters<ReadField>[1],
): TextIndexData {
  const terms = new Map<string, string[]>();

  /** Returns the index terms of a word: its English stems, which match other endings, and the word itself for typo tolerance. */
  const getTerms = (word: string) =>
    getOrInsert(terms, word, () => [
      ...new Set([...translateWords([word]).map(stemWord), word]),
    ]);

  const documents = entries.map((entry) =>
    FIELDS.map(([, read]) => tokenize(read(entry, catalogue))),
  );

  return {
    words: createWordIndexData(documents, getTerms),
    names: entries.map(readNames),
  };
}

/** Opens the index of a catalogue, and makes what the build has not stored. */
export function createTextIndex(catalogue: Catalogue) {
  const { entries } = catalogue;
  const stored = catalogue.readTextIndex?.() ?? null;
  const others = entries.slice(stored?.words.count ?? 0);
  const own = others.length > 0 ? createTextIndexData(others, catalogue) : null;
  const parts = [stored, own].filter((part) => part !== null);

  const index = openWordIndex(
    parts.map(({ words }) => words),
    FIELDS.map(([boost]) => boost),
  );

  const names = createEntryNames(
    entries,
    parts.flatMap((part) => part.names),
  );

  /** Searches the transposed spellings of a stem and returns the results of the first that matches. */
  function searchSwapped(stem: string): readonly WordMatch[] {
    for (const other of findLetterSwaps(stem)) {
      const results = index.search(other, { prefix: false, maxTypos: 0 });
      if (results.length > 0) return results;
    }

    return [];
  }

  /** Finds the entries with a word, best first. */
  function searchWord(
    stem: string,
    isLast: boolean,
    allowsTypos: boolean,
  ): readonly WordMatch[] {
    // The last word may be incomplete, so use prefix search.
    const results = index.search(stem, {
      prefix: stem.length >= (isLast ? MIN_PREFIX_LETTERS : 4),
      maxTypos: allowsTypos ? getMaxTypos(stem) : 0,
    });

    const swapped =
      allowsTypos && !results.some(({ isPrefix }) => isPrefix)
        ? searchSwapped(stem)
        : [];

    return (swapped.length > 0 ? swapped : results).toSorted(
      (one, other) => other.score - one.score,
    );
  }

  /** Creates a search of some entries, by default of all. */
  function createFinder(isSearched?: (entry: Entry) => boolean) {
    const searched = isSearched && entries.map(isSearched);
    const sums = createMatchSums(entries.length);

    /** Remembers results, because the same words are looked up at each keystroke. */
    const findHolders = memoizeTexts((id): WordHolders => {
      const [stem = '', isLast, allowsTypos] = id.split('|');
      const all = searchWord(stem, isLast === 'true', allowsTypos === 'true');

      return packMatches(
        searched ? all.filter(({ document }) => searched[document]) : all,
        { isKnown: all.length > 0, isLong: stem.length >= MIN_FUZZY_LETTERS },
      );
    }, MAX_CACHED_WORDS);

    function score(
      query: WordQuery,
      within: ReadonlyMap<Entry, number>,
      weight: (entry: Entry) => number,
    ): Map<Entry, number> {
      const found = new Map<Entry, number>();

      // A name in the query counts, however few of the words an entry has.
      const isNamed = (document: number) =>
        within.size > 0 && within.has(entries[document] as Entry);

      sums.add(query.rows, { ...query, isNamed });

      for (const document of sums.documents) {
        const isEnough = sums.getShare(document) >= query.minShare;
        if (!isEnough && !isNamed(document)) continue;

        const entry = entries[document] as Entry;
        const named = within.get(entry) ?? 0;
        const score = scoreMatch(sums.get(document), named, query, () =>
          names.getNames(entry),
        );

        if (score !== null) found.set(entry, score * weight(entry));
      }

      sums.clear();

      return found;
    }

    /**
     * Returns scores of entries that match most of the words and all numbers, or whose name is in the query. Unsorted.
     *
     * @param words Normalized English words.
     */
    return (
      words: readonly string[],
      weight: (entry: Entry) => number,
      wording?: QueryWording,
    ): Map<Entry, number> => {
      const query = readQuery(words, wording, findHolders);
      if (query.isUnmet && !query.isTyped) return new Map();

      const within = names.findWithin(query.stems);
      if (query.isUnmet && within.size === 0) return new Map();

      return score(query, within, weight);
    };
  }

  const find = createFinder();

  return {
    findByName: (words: readonly string[]) =>
      entries.filter((entry) =>
        names.getNames(entry).includes(joinStems(stemSignificantWords(words))),
      ),
    find,
    createFinder,
    /** Returns true if an entry has a word with this stem, that begins with it, or differs by a typo. */
    hasStem: (stem: string) =>
      index.has(stem, {
        prefix: stem.length >= MIN_PREFIX_LETTERS,
        maxTypos: getMaxTypos(stem),
      }) || searchSwapped(stem).length > 0,
  };
}

/** What a query asks of an entry. */
interface WordQuery {
  stems: readonly string[];
  /** The stems, each once. */
  telling: readonly string[];
  /** Of each of these, the entries that have it, and its share of the weight of all. */
  rows: readonly WordHolders[];
  shares: readonly number[];
  /** The positions of those that an entry must have. */
  needed: readonly number[];
  /** True if no entry has one of these, such as the number of an order: only one whose name is in the query counts. */
  isUnmet: boolean;
  /** How much of the weight an entry must have. */
  minShare: number;
  /** False for words that the query was expanded by. */
  isTyped: boolean;
}

/** @param findHolders Finds the entries with a word, by `stem|isLast|allowsTypos`. */
function readQuery(
  words: readonly string[],
  wording: QueryWording | undefined,
  findHolders: (id: string) => WordHolders,
): WordQuery {
  const stems = stemSignificantWords(words);
  const telling = [...new Set(stems)];
  const typed = wording && stemSignificantWords(wording.typed);

  const rows = telling.map((stem, at) => {
    const isLast = at === telling.length - 1;
    const allowsTypos = !typed || typed.includes(stem);

    return findHolders(`${stem}|${isLast}|${allowsTypos}`);
  });

  const needed = findNeededWords(telling, rows, wording);
  const weights = telling.map(getStemWeight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  return {
    stems,
    telling,
    rows,
    shares: weights.map((weight) => weight / total),
    needed,
    isUnmet: needed.some((at) => !rows[at]?.isMet),
    minShare: getMinShare(wording),
    isTyped: !wording,
  };
}

/**
 * Returns the score of an entry, or null if it has too little of a query.
 *
 * @param named The weight of a name of the entry in the query, or 0.
 */
function scoreMatch(
  match: QueryMatch,
  named: number,
  query: WordQuery,
  getNames: () => readonly string[],
): number | null {
  if (!isEnough(match, named, query)) return null;

  const { score, share, words } = match;
  const { telling, isTyped } = query;

  // An entry that lacks a word has no name with it.
  const bonus =
    words === telling.length
      ? getNameBonus(
          getNames(),
          { name: joinStems(telling), stems: telling },
          isTyped,
        )
      : null;

  return score * words * share ** 2 * (bonus ?? 1 + named);
}

/** Returns the positions of the words that an entry must have. */
function findNeededWords(
  telling: readonly string[],
  rows: readonly WordHolders[],
  wording: QueryWording | undefined,
): number[] {
  const must = stemSignificantWords(wording?.must ?? []);

  return telling.flatMap((stem, at) => {
    const hasMatch = Boolean(rows[at]?.isKnown || wording?.strict);
    const isNeeded = /^\d{3,}$/.test(stem) || (must.includes(stem) && hasMatch);

    return isNeeded ? [at] : [];
  });
}

function getMinShare(wording: QueryWording | undefined): number {
  if (!wording) return MIN_WEIGHT_SHARE;
  return wording.isPart ? MIN_PART_SHARE : MIN_EXPANDED_SHARE;
}

/** @param named The weight of a name of the entry in the query, or 0. */
function isEnough(
  { share, met, isClear }: QueryMatch,
  named: number,
  { needed, minShare, isTyped, telling }: WordQuery,
): boolean {
  const isNamed = named > 0 && isTyped;

  if (met < needed.length && !isNamed) return false;
  if (share < minShare && named === 0) return false;

  return isClear || telling.length === 1;
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
