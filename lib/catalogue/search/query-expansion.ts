import phrases from '../../../data/phrases.json' with { type: 'json' };
import { memoize, memoizeTexts } from '../../core/get-or-insert.ts';
import { groupBy } from '../../core/group-by.ts';
import { translateWords } from '../entry-names.ts';
import type { QueryWording } from './text-index.ts';
import {
  getWordList,
  getWordPairs,
  selectSignificantWords,
  stemWord,
  tokenizeQuery,
} from './tokenize.ts';
import { isWithinOneEdit, MIN_FUZZY_LETTERS } from './typos.ts';

const FILLER_WORDS = new Set(getWordList('beside'));

/** Words with the same stem that no ending rule finds: `sent=send`. */
const IRREGULAR_STEMS = getWordPairs('irregular');

/** Stems a word for phrase matching: `blocked`, `blocks` and `blocking` are the same word. */
const stemPhraseWord = (word: string) =>
  IRREGULAR_STEMS.get(word) ?? stripEnding(word);
const stripEnding = (word: string) =>
  word.length < 5
    ? word.replace(/(?<=..[^s])s$/, '')
    : word.replace(/(?:ed|es|ing|s|e)$/, '');

/** Factors on a phrase's trust if an entry need not contain the rest of the query: for phrases of several words, and of one. */
const PARTIAL_MATCH_WEIGHT = 0.6;
const LONE_MATCH_WEIGHT = 0.15;
const MIN_TRUST = 1.5;
const SECONDARY_WORDING_WEIGHT = 1.2;
const COMMON_WORD_WEIGHT = 0.4;
/** How many other words may be between a `not` and the words of its phrase. */
const MAX_WORDS_BETWEEN = 3;

const COMMON_WORDS = new Set(
  [...FILLER_WORDS, 'limit', 'exceeded'].map(stemPhraseWord),
);
interface Phrase {
  words: readonly string[];
  /** True if the words must occur in this order: `user > blocked > business` is not `business > blocked > user`. */
  inOrder: boolean;
}

const splitParts = (text: string) =>
  text.split(',').map((part) => part.replace(/\s+/g, ' ').trim());

/** Built on first use, because it takes long and most pages are opened without a query. */
const readPhrases = memoize((all: typeof phrases) => {
  const known = all.map(({ says, means }) => ({
    says: splitParts(says.join(','))
      .map(
        (text): Phrase => ({
          words: toEnglishWords(text).map(stemPhraseWord),
          inOrder: text.includes('>'),
        }),
      )
      .sort(
        (a, b) =>
          b.words.length - a.words.length ||
          Number(b.inOrder) - Number(a.inOrder),
      ),
    means: splitParts(means).map((phrase) => toEnglishWords(phrase)),
  }));

  const words = new Set(
    known.flatMap(({ says }) => says.flatMap((phrase) => phrase.words)),
  );

  return {
    known,
    startsByWord: groupStarts(known.map(({ says }) => says)),
    wordsByFirstLetter: groupBy(words, (word) => word.charAt(0)),
  };
});

/** A phrase, and where it is: in which list of phrases, at which position. */
interface ListedPhrase {
  phrase: Phrase;
  list: number;
  position: number;
}

/** Groups phrases by the word that they begin with. */
function groupStarts(
  known: readonly (readonly Phrase[])[],
): ReadonlyMap<string, readonly ListedPhrase[]> {
  const listed = known.flatMap((says, list) =>
    says.map((phrase, position) => ({ phrase, list, position })),
  );

  return groupBy(listed, ({ phrase }) => phrase.words[0] ?? '');
}

/**
 * Returns the phrases that are in a query, by what they mean, in order. All words
 * of a phrase must be in it, so also its first.
 */
function findKnownFor(
  at: ReadonlyMap<string, readonly number[]>,
  isMet: (phrase: Phrase) => boolean,
) {
  const { known, startsByWord } = readPhrases(phrases);
  const met: ListedPhrase[] = [];

  for (const word of at.keys())
    for (const one of startsByWord.get(word) ?? [])
      if (isMet(one.phrase)) met.push(one);

  met.sort((a, b) => a.list - b.list || a.position - b.position);

  return [...groupBy(met, ({ list }) => list)].map(([list, own]) => ({
    means: known[list]?.means ?? [],
    met: own.map(({ phrase }) => phrase),
  }));
}

const MAX_CACHED_WORDS = 3_000;

/** Corrects a typo if a phrase has a word within one edit: `expird` becomes `expired`. */
const correctSpelling = memoizeTexts(correctWord, MAX_CACHED_WORDS);

function correctWord(word: string): string {
  const known = readPhrases(phrases).wordsByFirstLetter.get(word.charAt(0));
  if (
    !known ||
    word.length < MIN_FUZZY_LETTERS ||
    /\d/.test(word) ||
    known.includes(stemPhraseWord(word))
  )
    return word;

  return (
    known.find(
      (other) =>
        other.length >= MIN_FUZZY_LETTERS - 2 &&
        isWithinOneEdit(stemPhraseWord(word), other),
    ) ?? word
  );
}

/** Returns true for a word that may change how a query with it is reworded, other than by being one word more. */
export function mayReword(word: string): boolean {
  const one = word.replace(/s$/, '');
  const isListed = [word, one].some((form) => FILLER_WORDS.has(form));
  if (isListed || DOMAIN_WORDS.has(one)) return true;

  const stem = stemPhraseWord(word);
  const { wordsByFirstLetter } = readPhrases(phrases);

  return (
    wordsByFirstLetter.get(stem.charAt(0))?.includes(stem) ||
    correctSpelling(word) !== word
  );
}

/** What is spaced or replaced has one of them. */
const MAY_BE_SPACED = /[\d_]/;

export function toEnglishWords(query: string): readonly string[] {
  const spaced = MAY_BE_SPACED.test(query) ? spaceNumbers(query) : query;

  return tokenizeQuery(spaced).flatMap((word) => {
    // Split symbols, which may be incomplete, and identifiers such as `WHATSAPP_PHONE_NUMBER_ID` into their parts.
    return translateWords(word.split('_').filter((part) => part !== ''));
  });
}

const spaceNumbers = (query: string): string =>
  query
    .replace(/(?<!\d)(\d{1,3}) ?(?:h|hrs?|timer)(?![\p{L}\d])/giu, '$1 hours')
    .replace(/(?<=\d)(?=\p{sc=Hangul})/gu, ' ')
    .replace(/(?<![\p{L}\d_])[a-z]{2}_[A-Z]{2}(?![\p{L}\d_])/gu, 'language')
    .replace(/(?<!\d)\d{1,4} ?([kmg]b)(?![\p{L}\d])/giu, '$1');

export interface ExpandedQuery extends QueryWording {
  words: readonly string[];
  /** Stems of the phrase that was found in the query. */
  said: readonly string[];
  /** Factor on the score, relative to the words as typed. */
  trust: number;
}

/**
 * Rewords a query for each phrase of `data/phrases.json` in it, except a part of a longer match. The first rewording
 * is the most likely. A longer phrase gets more trust, and so do entries that also have the remaining words.
 */
export function expandQuery(
  asked: readonly string[],
): readonly ExpandedQuery[] {
  const words = asked.map(correctSpelling);

  const at = groupBy(words.keys(), (index) =>
    stemPhraseWord(words[index] ?? ''),
  );

  const telling = selectSignificantWords(words);
  const ours = mentionsMessages(words);

  // A negated word must be close to its `not`.
  const isClose = ({ words }: Phrase) =>
    !words.includes('not') || areWordsClose(words, at);

  const isMet = (phrase: Phrase) =>
    matchesPhrase(phrase, at) && isClose(phrase);

  const found = findKnownFor(at, isMet).flatMap(({ met, means }) => {
    const [longest] = met;
    if (!longest) return [];

    const much = longest.words.reduce(
      (sum, word) => sum + (COMMON_WORDS.has(word) ? COMMON_WORD_WEIGHT : 1),
      0,
    );

    const trust = MIN_TRUST + much + (longest.inOrder ? 1 : 0);
    const said = [...new Set(met.flatMap((phrase) => phrase.words))];

    return [
      {
        said,
        inOrder: longest.inOrder,
        trust,
        means,
      },
    ];
  });

  type Met = (typeof found)[number];

  const isPart = ({ said, inOrder }: Met) =>
    found.some(
      (other) =>
        (other.said.length > said.length || (other.inOrder && !inOrder)) &&
        said.every((word) => other.said.includes(word)),
    );

  return found
    .filter((one) => !isPart(one))
    .flatMap(({ said, trust: most, means }) => {
      const rest = telling.filter(
        (word) =>
          !said.includes(stemPhraseWord(word)) &&
          !FILLER_WORDS.has(word.replace(/s$/, '')) &&
          !FILLER_WORDS.has(word),
      );

      return means.flatMap((phrase, rank): ExpandedQuery[] => {
        const trust =
          rank === 0 ? most : Math.min(most, SECONDARY_WORDING_WEIGHT);

        const wording = { typed: rest, must: rest, strict: !ours };

        const whole = {
          ...wording,
          words: [...phrase, ...rest],
          said: said.map(stemWord),
          trust,
        };

        if (rest.length === 0 || (said.length === 1 && !ours)) return [whole];

        const weight =
          said.length > 1 ? PARTIAL_MATCH_WEIGHT : LONE_MATCH_WEIGHT;

        return [whole, { ...whole, must: phrase, trust: trust * weight }];
      });
    });
}

function areWordsClose(
  phrase: readonly string[],
  at: ReadonlyMap<string, readonly number[]>,
): boolean {
  return (at.get(phrase[0] ?? '') ?? []).some((start) =>
    phrase.every((word) =>
      at
        .get(word)
        ?.some(
          (index) =>
            Math.abs(index - start) <= phrase.length + MAX_WORDS_BETWEEN,
        ),
    ),
  );
}

const DOMAIN_WORDS = new Set(getWordList('ours'));
const MIN_LONG_QUERY_WORDS = 4;

/** Returns true if a query is long and mentions messages. Then a match of part of it is enough. */
export function mentionsMessages(words: readonly string[]): boolean {
  return (
    selectSignificantWords(words).length >= MIN_LONG_QUERY_WORDS &&
    words.some((word) => DOMAIN_WORDS.has(word.replace(/s$/, '')))
  );
}

function matchesPhrase(
  { words, inOrder }: Phrase,
  at: ReadonlyMap<string, readonly number[]>,
): boolean {
  if (!inOrder) return words.every((word) => at.has(word));

  let from = -1;

  return words.every((word) => {
    const next = at.get(word)?.find((index) => index > from);
    from = next ?? from;
    return next !== undefined;
  });
}
