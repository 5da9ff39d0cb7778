import type { WordMatch } from './word-index.ts';

/** The entries that contain a word, perhaps only as a prefix or with a typo, best first. */
export interface WordHolders {
  /** True if any entry does, also one that is not searched. */
  isKnown: boolean;
  /** True if one of the entries does with `met`. */
  isMet: boolean;
  /** Numbers of the entries in the catalogue. */
  documents: Uint32Array;
  scores: Float64Array;
  /** 1 for a prefix match, or for a word long enough that a typo is more likely than another word. */
  met: Uint8Array;
}

export function packMatches(
  found: readonly WordMatch[],
  { isKnown, isLong }: { isKnown: boolean; isLong: boolean },
): WordHolders {
  return {
    isKnown,
    isMet: found.some(({ isPrefix }) => isLong || isPrefix),
    documents: Uint32Array.from(found, ({ document }) => document),
    scores: Float64Array.from(found, ({ score }) => score),
    met: Uint8Array.from(found, ({ isPrefix }) => Number(isLong || isPrefix)),
  };
}

/** What an entry has of the words of a query. */
export interface QueryMatch {
  score: number;
  /** Share of the weight of all words. */
  share: number;
  words: number;
  /** Number of the words that an entry must have. */
  met: number;
  /** Whether one of the words is more than a short word with a typo. */
  isClear: boolean;
}

interface Word {
  share: number;
  isNeeded: boolean;
  /** False if an entry that has none of the words before cannot have enough of them. */
  isOpen: boolean;
  isNamed(document: number): boolean;
}

/**
 * Adds up what each entry has of the words of a query, by the number of the entry:
 * a Map of thousands of sums, or new arrays for each query, would take most of the
 * time of a search.
 *
 * @param count Number of entries.
 */
export function createMatchSums(count: number) {
  /** In the order in which they were found. */
  const documents: number[] = [];
  const scores = new Float64Array(count);
  const shared = new Float64Array(count);
  const words = new Uint16Array(count);
  const met = new Uint16Array(count);
  const clear = new Uint16Array(count);

  function addWord(row: WordHolders, word: Word): void {
    const { share, isNeeded, isOpen, isNamed } = word;

    for (let at = 0; at < row.documents.length; at++) {
      const document = row.documents[at] as number;

      if (words[document] === 0) {
        if (!isOpen && !isNamed(document)) continue;

        documents.push(document);
      }

      const isMet = row.met[at] as number;

      words[document] = (words[document] as number) + 1;
      scores[document] =
        (scores[document] as number) + (row.scores[at] as number);
      shared[document] = (shared[document] as number) + share;
      clear[document] = (clear[document] as number) + isMet;
      if (isNeeded) met[document] = (met[document] as number) + isMet;
    }
  }

  return {
    documents: documents as readonly number[],
    /**
     * @param rows The matches of each word.
     * @param shares Of each word, its share of the weight of all.
     * @param needed Which of the words an entry must have.
     * @param minShare Entries with less of the words may be left out, unless they are named.
     */
    add(
      rows: readonly WordHolders[],
      {
        shares,
        needed,
        minShare,
        isNamed,
      }: {
        shares: readonly number[];
        needed: readonly number[];
        minShare: number;
        isNamed(document: number): boolean;
      },
    ): void {
      for (const [at, row] of rows.entries()) {
        const rest = shares.slice(at).reduce((sum, one) => sum + one, 0);

        addWord(row, {
          share: shares[at] ?? 0,
          isNeeded: needed.includes(at),
          isOpen: rest >= minShare,
          isNamed,
        });
      }
    },
    getShare: (document: number): number => shared[document] ?? 0,
    get: (document: number): QueryMatch => ({
      score: scores[document] ?? 0,
      share: shared[document] ?? 0,
      words: words[document] ?? 0,
      met: met[document] ?? 0,
      isClear: (clear[document] ?? 0) > 0,
    }),
    /** Forgets the query. */
    clear(): void {
      for (const document of documents) {
        scores[document] = 0;
        shared[document] = 0;
        words[document] = 0;
        met[document] = 0;
        clear[document] = 0;
      }

      documents.length = 0;
    },
  };
}
