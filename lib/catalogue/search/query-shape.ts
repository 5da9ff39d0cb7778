import { getOrInsert } from '../../core/get-or-insert.ts';
import { getStemWeight } from '../entry-names.ts';
import { isSubjectWord } from '../popularity.ts';
import { mayReword } from './query-expansion.ts';
import { selectSignificantWords, stemWord } from './tokenize.ts';

const MAX_CACHED_WORDS = 3_000;

/**
 * Creates a reader of the shape of a query: its words, with a number for each that nothing in the catalogue resembles,
 * such as an order or a name. Queries of one shape get the same scores, because such words only count.
 *
 * @param isIndexed Returns true for a stem that an entry has, as the beginning of a word or with a typo, too.
 */
export function createShapeReader(
  isIndexed: (stem: string) => boolean,
): (words: readonly string[]) => string {
  const kept = new Map<string, boolean>();

  const isTelling = (word: string): boolean =>
    selectSignificantWords([word]).length === 0 ||
    getStemWeight(stemWord(word)) < 1 ||
    mayReword(word) ||
    isSubjectWord(word) ||
    isIndexed(stemWord(word));

  return (words) => {
    if (kept.size > MAX_CACHED_WORDS) kept.clear();
    const others = new Map<string, number>();

    const number = (stem: string) =>
      getOrInsert(others, stem, () => others.size);

    return words
      .map((word) => {
        if (getOrInsert(kept, word, isTelling)) return word;

        const stem = stemWord(word);
        // An entry must have each longer number of a query.
        const mark = /^\d{3,}$/.test(stem) ? '#' : '?';
        return `${mark}${number(stem)}`;
      })
      .join(' ');
  };
}
