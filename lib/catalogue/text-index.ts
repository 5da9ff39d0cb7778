import type { Entry } from '../../data/schema.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';
import {
  createEntryNames,
  getConfirmedTitles,
  getStemWeight,
  joinStems,
  readNames,
  stemSignificantWords,
  translateWords,
} from './entry-names.ts';
import { findLetterSwaps, stemWord, tokenize } from './tokenize.ts';
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
/** Shorter words need an exact or prefix match: `flow` must not match `slow`. */
const MIN_FUZZY_LETTERS = 6;
/** From this length on, the number of typos depends on it. */
const MIN_LONG_WORD_LETTERS = 6;
const MAX_TYPO_SHARE = 0.25;
const MAX_TYPOS = 6;

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
  /** Number of the entry in the catalogue. */
  document: number;
  score: number;
  /** True for a prefix match, or for a word long enough that a typo is more likely than another word. */
  isMet: boolean;
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
    const results = index.search(stem, {
      prefix: stem.length >= (isLast ? 2 : 4),
      maxTypos: allowsTypos ? getMaxTypos(stem) : 0,
    });

    const swapped =
      allowsTypos && !results.some(({ isPrefix }) => isPrefix)
        ? searchSwapped(stem)
        : [];

    const isLong = stem.length >= MIN_FUZZY_LETTERS;

    return (swapped.length > 0 ? swapped : results)
      .toSorted((one, other) => other.score - one.score)
      .map(({ document, score, isPrefix }) => ({
        document,
        score,
        isMet: isLong || isPrefix,
      }));
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
    const sums = addMatches(rows, entries.length, { shares, needed });
    const within = names.findWithin(stems);
    const query = { name: joinStems(telling), stems: telling };
    const found = new Map<Entry, number>();

    const wanted: WantedMatch = {
      words: telling.length,
      needed: needed.length,
      minShare: getMinShare(wording),
      isTyped: !wording,
    };

    /** Most entries have too few of the words. */
    const mayFit = (document: number) =>
      within.size > 0 || (sums.share[document] ?? 0) >= wanted.minShare;

    for (const document of sums.documents) {
      const entry = mayFit(document) ? entries[document] : undefined;
      if (!entry) continue;

      const match = sums.get(document);
      const named = within.get(entry) ?? 0;
      if (!isEnough(match, named, wanted)) continue;

      const { score, share, words: held } = match;

      const bonus =
        getNameBonus(names.getNames(entry), query, !wording) ?? 1 + named;

      found.set(entry, score * held * share ** 2 * bonus * weight(entry));
    }

    return found;
  }

  return {
    findByName: (words: readonly string[]) =>
      entries.filter((entry) =>
        names.getNames(entry).includes(joinStems(stemSignificantWords(words))),
      ),
    find,
    /** Returns true if an entry has a word with this stem, that begins with it, or differs by a typo. */
    hasStem: (stem: string) => findHolders(stem, true, true).length > 0,
  };
}

/** Returns how many letters of a word may differ. Numbers must match exactly, because one wrong digit is another code. */
function getMaxTypos(stem: string): number {
  if (/\d/.test(stem) || stem.length < 4) return 0;

  return stem.length < MIN_LONG_WORD_LETTERS
    ? 1
    : Math.min(MAX_TYPOS, Math.round(stem.length * MAX_TYPO_SHARE));
}

function getMinShare(wording: QueryWording | undefined): number {
  if (!wording) return MIN_WEIGHT_SHARE;
  return wording.isPart ? MIN_PART_SHARE : MIN_EXPANDED_SHARE;
}

/** What an entry has of the words of a query. */
interface QueryMatch {
  score: number;
  /** Share of the weight of all words. */
  share: number;
  words: number;
  /** Number of the words that an entry must have. */
  met: number;
  /** Whether one of the words is more than a short word with a typo. */
  isClear: boolean;
}

/** What a query asks of a match. */
interface WantedMatch {
  words: number;
  needed: number;
  minShare: number;
  /** False for words that the query was expanded by. */
  isTyped: boolean;
}

/** @param named How many of the entry's names are in the query. */
function isEnough(
  { share, met, isClear }: QueryMatch,
  named: number,
  wanted: WantedMatch,
): boolean {
  const isNamed = named > 0 && wanted.isTyped;

  if (met < wanted.needed && !isNamed) return false;
  if (share < wanted.minShare && named === 0) return false;

  return isClear || wanted.words === 1;
}

/**
 * Adds up what each entry has of the words of a query, by the number of the entry: a Map of thousands of sums would take
 * most of the time of a search.
 *
 * @param rows The matches of each word.
 * @param shares Of each word, its share of the weight of all.
 * @param needed Which of the words an entry must have.
 */
function addMatches(
  rows: readonly (readonly IndexedMatch[])[],
  count: number,
  { shares, needed }: { shares: readonly number[]; needed: readonly number[] },
) {
  /** In the order in which they were found. */
  const documents: number[] = [];
  const scores = new Float64Array(count);
  const shared = new Float64Array(count);
  const words = new Uint16Array(count);
  const met = new Uint16Array(count);
  const clear = new Uint16Array(count);

  for (const [at, row] of rows.entries()) {
    const share = shares[at] ?? 0;
    const isNeeded = needed.includes(at);

    for (const { document, score, isMet } of row) {
      if (words[document] === 0) documents.push(document);

      addAt(words, document, 1);
      addAt(scores, document, score);
      addAt(shared, document, share);
      if (!isMet) continue;

      addAt(clear, document, 1);
      if (isNeeded) addAt(met, document, 1);
    }
  }

  return {
    documents,
    share: shared,
    get: (document: number): QueryMatch => ({
      score: scores[document] ?? 0,
      share: shared[document] ?? 0,
      words: words[document] ?? 0,
      met: met[document] ?? 0,
      isClear: (clear[document] ?? 0) > 0,
    }),
  };
}

function addAt(sums: Float64Array | Uint16Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
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
