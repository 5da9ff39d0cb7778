import type { Entry, PackedQuestions } from '../../data/schema.ts';
import { getOrInsert, memoize } from '../core/get-or-insert.ts';
import { hashWord } from '../core/word-hash.ts';
import {
  packHashes,
  unpackHashes,
} from '../detect/prefilter/pack-ascending.ts';
import type { Catalogue } from './catalogue.ts';
import { getConfirmedTitles } from './entry-names.ts';
import { isRetired } from './popularity.ts';
import { toEnglishWords } from './search/query-expansion.ts';
import {
  getWordList,
  selectSignificantWords,
  stemWord,
} from './search/tokenize.ts';

/** Pseudo-count by which a word's frequency in one list is smoothed towards that in all lists, so that rare words prove little. */
const SMOOTHING_WORDS = 300;
/** Added to the count of each word: one that is known from a single question proves little about the others. */
const UNSEEN_WORDS = 6;
/** Factor of the log-likelihoods: naive Bayes is too sure, because words are not independent. */
const WORD_DEPENDENCE = 0.4;
/** Log-odds that the first answer needs. */
const MIN_LOG_ODDS = 2;
/** Log-odds that a guide needs if an entry has the whole question, twice as much to come before it: a code is the safer answer. */
const RIVAL_LOG_ODDS = 3;
/** Of the words of a question that a guide answers. The others may be of another subject or language. */
const MIN_KNOWN_SHARE = 0.65;
/** Name the guides in packed counts, in order. The one after the last guide stands for the codes. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MAX_GUIDES = LETTERS.length - 1;
const GENERAL_WORD_FACTOR = 0.5;
const MAX_RIVALS = 10;
/** Of the hash of a question. With fewer, the hash of a code could be that of a question, and the code would lead to a guide. */
const QUESTION_BITS = 28;

const NEGATIONS = new Set(['not', 'no']);
const GENERAL_STEMS = new Set(
  [...getWordList('general'), ...NEGATIONS].map(stemWord),
);

const stemWords = (text: string) => new Set(toEnglishWords(text).map(stemWord));

/**
 * Packs what `findGuide` learns from.
 *
 * @param guides The questions of each guide.
 * @param codes Texts that a code answers.
 */
export function packQuestions(
  guides: readonly (readonly string[])[],
  codes: readonly string[],
): PackedQuestions {
  if (guides.length > MAX_GUIDES)
    throw new RangeError(
      'A letter stands for each guide, and one for the codes',
    );

  const counts = new Map<string, number[]>();

  [...guides, codes].forEach((questions, list) => {
    for (const stem of questions.flatMap((question) => [
      ...stemWords(question),
    ])) {
      const own = getOrInsert(counts, stem, () =>
        Array(guides.length + 1).fill(0),
      );
      own[list] = (own[list] ?? 0) + 1;
    }
  });

  const pack = (own: readonly number[]) =>
    own
      .map((count, list) =>
        count > 0 ? `${LETTERS.charAt(list)}${count}` : '',
      )
      .join('');

  const words = Object.fromEntries(
    [...counts].map(([stem, own]) => [stem, pack(own)]),
  );

  return {
    words,
    asked: packHashes(guides.flat().map(hashQuestion), QUESTION_BITS),
  };
}

const hashQuestion = (question: string) =>
  hashWord(toEnglishWords(question).map(stemWord).join(' '));
const getAsked = memoize(({ asked }: PackedQuestions) =>
  unpackHashes(asked, QUESTION_BITS),
);

const getWordCounts = memoize(({ questions, guides }: Catalogue) => {
  const counts = new Map<string, readonly number[]>();
  const totals = [...guides, null].map(() => 0);

  for (const [stem, packed] of Object.entries(questions?.words ?? {})) {
    const own = totals.map(() => 0);

    for (const [, letter = '', count] of packed.matchAll(/([a-zA-Z])(\d+)/g))
      own[LETTERS.indexOf(letter)] = Number(count);

    own.forEach((count, list) => {
      totals[list] = (totals[list] ?? 0) + count;
    });

    counts.set(stem, own);
  }

  return { counts, totals, sum: sum(totals) };
});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/**
 * Returns the likeliest guide, by naive Bayes over the words of the question, and the sum of its log-odds against all others and
 * against the codes alone: a question between two guides is none about a code.
 */
function rateGuides(question: string, catalogue: Catalogue) {
  const { counts, totals, sum: all } = getWordCounts(catalogue);
  const known = [...stemWords(question)].map((stem) => counts.get(stem) ?? []);

  const scores = totals.map((total, list) =>
    sum(
      known.map((own) => {
        const usual = own.length && (sum(own) + UNSEEN_WORDS) / all;

        return (
          usual &&
          Math.log(
            ((own[list] ?? 0) + SMOOTHING_WORDS * usual) /
              (total + SMOOTHING_WORDS) /
              usual,
          )
        );
      }),
    ),
  );

  const highest = Math.max(...scores);

  const chances = scores.map((score) =>
    Math.exp((score - highest) * WORD_DEPENDENCE),
  );

  const best = chances.indexOf(Math.max(...chances.slice(0, -1)));
  const [chance = 0, ofCodes = 0] = [chances[best], chances.at(-1)];

  const logOdds =
    Math.log(chance / (sum(chances) - chance)) + Math.log(chance / ofCodes);

  return { guide: catalogue.guides[best] ?? null, logOdds };
}

/** The stems of a text without stop words. Negations stay, because much trouble is that something does not happen. */
function selectStems(text: string): readonly string[] {
  const words = toEnglishWords(text);
  const significant = new Set(selectSignificantWords(words));

  const stems = words
    .filter((word) => NEGATIONS.has(word) || significant.has(word))
    .map((word) => (NEGATIONS.has(word) ? 'not' : stemWord(word)));

  return [...new Set(stems)];
}

/** The names of an entry and its causes, as stems. */
const getPhrases = memoize((entry: Entry) => {
  const { title, aliases = [], causes = [], details = [] } = entry;

  const phrases = details.flatMap(({ match }) =>
    match.map((phrase) => phrase.replace(/\{[^{}]*\}/g, ' ')),
  );

  const said = causes.map(({ text }) => text);

  return [
    title,
    ...aliases,
    ...getConfirmedTitles(entry),
    ...said,
    ...phrases,
  ].map(selectStems);
});

/** Returns how well an entry fits a question, 0 to 1: half by its nearest phrase, half by the share of the question that any has. */
function computeFit(
  asked: readonly string[],
  entry: Entry,
  catalogue: Catalogue,
): number {
  const { counts, sum: all } = getWordCounts(catalogue);

  const getWeight = (stem: string) => {
    const count = sum(counts.get(stem) ?? []);
    const rarity = Math.log(all / Math.max(1, count)) / Math.log(all);
    return (rarity * (GENERAL_STEMS.has(stem) ? GENERAL_WORD_FACTOR : 1)) ** 2;
  };

  const weigh = (stems: readonly string[]) => sum(stems.map(getWeight));
  const total = weigh(asked);
  const phrases = getPhrases(entry);

  const likeness = phrases.map((phrase) => {
    const common = weigh(phrase.filter((stem) => asked.includes(stem)));
    return common === 0 ? 0 : common / Math.sqrt(total * weigh(phrase));
  });

  const known = new Set(phrases.flat());

  return (
    (Math.max(0, ...likeness) +
      weigh(asked.filter((stem) => known.has(stem))) / total) /
    2
  );
}

/** Returns true for an address alone, whose path is no question. */
const isAddress = (text: string): boolean =>
  /^https?:\/\/\S+$/.test(text.trim());

/** Returns the guide that may answer a question, and whether it is a better answer than all `rivals`. */
export function findGuide(
  question: string,
  rivals: readonly Entry[],
  catalogue: Catalogue,
) {
  if (isAddress(question)) return null;

  const { guide, logOdds } = rateGuides(question, catalogue);
  const { questions } = catalogue;

  const isAsked =
    questions !== undefined && getAsked(questions)(hashQuestion(question));

  const { counts } = getWordCounts(catalogue);
  const words = selectStems(question);
  const asked = words.filter((stem) => counts.has(stem));

  // Numbers and words such as `did` and `help` say nothing alone.
  if (!guide || (asked.every((stem) => /^\d+$/.test(stem)) && !isAsked))
    return null;

  const share = asked.length / words.length;

  const live = rivals
    .filter((entry) => !isRetired(entry) && !entry.state)
    .slice(0, MAX_RIVALS);

  const needed =
    RIVAL_LOG_ODDS *
    Math.max(0, ...live.map((entry) => computeFit(asked, entry, catalogue)));

  if (logOdds * share < needed && !isAsked) return null;

  const isClear =
    share >= MIN_KNOWN_SHARE && logOdds * share >= MIN_LOG_ODDS + 2 * needed;

  return { guide, isBest: isAsked || isClear };
}
