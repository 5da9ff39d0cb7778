import phrases from '../../data/phrases.json' with { type: 'json' };
import { inEnglish } from './foreign.ts';
import { isOneSlipAway } from './neighbours.ts';
import { listed, paired, queryWords, tellingWords } from './words-of.ts';

const BESIDE = new Set(listed('beside'));

/** Words with the same stem that no ending rule finds: `sent=send`. */
const IRREGULAR = paired('irregular');

/** Stems a word for phrase matching: `blocked`, `blocks` and `blocking` are the same word. */
const stem = (word: string) => IRREGULAR.get(word) ?? regular(word);
const regular = (word: string) =>
  word.length < 5 ? word.replace(/(?<=..[^s])s$/, '') : word.replace(/(?:ed|es|ing|s|e)$/, '');

/** Factors on a phrase's trust if an entry need not contain the rest of the query: for phrases of several words, and of one. */
const PARTLY = 0.6;
const ALONE = 0.15;
/** Base trust of a phrase, before its words are counted. */
const LEAST_TRUST = 1.5;
/** Maximum trust of a phrase's alternative rewordings. */
const SECOND = 1.2;
/** Weight of a word that occurs in every other query. */
const LITTLE = 0.4;
/** Factor if the words of a phrase are far apart in the query, and how many other words may be between them. */
const APART = 0.6;
const BETWEEN = 3;

const SAYS_LITTLE = new Set([...BESIDE, 'limit', 'exceeded'].map(stem));
interface Phrase {
  words: readonly string[];
  /** True if the words must occur in this order: `user > blocked > business` is not `business > blocked > user`. */
  inOrder: boolean;
}

const parts = (text: string) => text.split(',').map((part) => part.replace(/\s+/g, ' ').trim());

const PHRASES = phrases.map(({ says, means }) => ({
  says: parts(says.join(','))
    .map((text): Phrase => ({ words: englishWords(text).map(stem), inOrder: text.includes('>') }))
    .sort((a, b) => b.words.length - a.words.length || Number(b.inOrder) - Number(a.inOrder)),
  means: parts(means).map((phrase) => englishWords(phrase)),
}));

/** Stems of all phrases, by first letter. */
const SPELT = new Map<string, Set<string>>();
for (const { says } of PHRASES) {
  for (const word of says.flatMap(({ words }) => words)) {
    SPELT.set(word.charAt(0), (SPELT.get(word.charAt(0)) ?? new Set()).add(word));
  }
}

/** A shorter word is not corrected: a changed letter makes another word. */
const LETTERS_TO_MISS = 6;

/** Corrects a typo if a phrase has a word within one edit: `expird` becomes `expired`. */
function spelt(word: string): string {
  const known = SPELT.get(word.charAt(0));
  if (!known || word.length < LETTERS_TO_MISS || /\d/.test(word) || known.has(stem(word))) return word;
  return (
    [...known].find((other) => other.length >= LETTERS_TO_MISS - 2 && isOneSlipAway(stem(word), other)) ??
    word
  );
}

/** Splits a query into words and translates them into English. */
export function englishWords(query: string): readonly string[] {
  const spaced = query
    .replace(/(?<!\d)(\d{1,3}) ?(?:h|hrs?)(?![\p{L}\d])/giu, '$1 hours')
    .replace(/(?<![\p{L}\d_])[a-z]{2}_[A-Z]{2}(?![\p{L}\d_])/gu, 'language')
    .replace(/(?<!\d)\d{1,4} ?([kmg]b)(?![\p{L}\d])/giu, '$1');
  return queryWords(spaced).flatMap((word) => {
    // Split symbols, which may be incomplete, and identifiers such as `WHATSAPP_PHONE_NUMBER_ID` into their parts.
    const parts = word.split('_').filter((part) => part !== '');
    return [...parts.flatMap((part) => inEnglish(part).split(' ')), ...(parts.length > 1 ? [word] : [])];
  });
}

/** One expansion of a query. */
export interface Reworded {
  words: readonly string[];
  /** Words that the user typed. Only these get typo tolerance. */
  typed: readonly string[];
  /** Words that an entry must contain. */
  must: readonly string[];
  /** If true, an entry must contain these words even if no entry does. */
  strict: boolean;
  /** Factor on the score, relative to the words as typed. */
  trust: number;
}

/**
 * Expands a query with the catalogue's own words, for each phrase of `data/phrases.json` that the query contains. Skips
 * a phrase that is part of a longer match. The first rewording of a phrase is the most likely meaning. A longer phrase
 * gets more trust. Entries that also contain the remaining words rank above entries that contain some of them.
 */
export function saidOtherwise(asked: readonly string[]): readonly Reworded[] {
  const words = asked.map(spelt);
  const at = new Map<string, number[]>();
  for (const [place, word] of words.entries()) at.set(stem(word), [...(at.get(stem(word)) ?? []), place]);
  const telling = tellingWords(words);
  const ours = speaksOfMessages(words);
  const found = PHRASES.flatMap(({ says, means }) => {
    const met = says.flatMap((phrase) => {
      if (!isMet(phrase, at)) return [];
      const isNear = isTogether(phrase.words, at);
      // A negated word must be close to its `not`.
      return isNear || !phrase.words.includes('not') ? [{ ...phrase, isNear }] : [];
    });
    const [longest] = met;
    if (!longest) return [];
    const isNear = met.some((one) => one.isNear && one.words.length === longest.words.length);
    const much = longest.words.reduce((sum, word) => sum + (SAYS_LITTLE.has(word) ? LITTLE : 1), 0);
    const trust = (LEAST_TRUST + much + (longest.inOrder ? 1 : 0)) * (isNear ? 1 : APART);
    return [
      { said: [...new Set(met.flatMap((phrase) => phrase.words))], inOrder: longest.inOrder, trust, means },
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
        (word) => !said.includes(stem(word)) && !BESIDE.has(word.replace(/s$/, '')) && !BESIDE.has(word),
      );
      return means.flatMap((phrase, place): Reworded[] => {
        const trust = place === 0 ? most : Math.min(most, SECOND);
        const strict = !ours;
        const whole = { words: [...phrase, ...rest], typed: rest, must: rest, strict, trust };
        if (rest.length === 0 || (said.length === 1 && !ours)) return [whole];
        return [whole, { ...whole, must: phrase, trust: trust * (said.length > 1 ? PARTLY : ALONE) }];
      });
    });
}

/** Returns true if the words of a phrase occur close to each other, in any order. */
function isTogether(phrase: readonly string[], at: ReadonlyMap<string, readonly number[]>): boolean {
  return (at.get(phrase[0] ?? '') ?? []).some((start) =>
    phrase.every((word) => at.get(word)?.some((place) => Math.abs(place - start) <= phrase.length + BETWEEN)),
  );
}

const OURS = new Set(listed('ours'));
const LONG = 4;

/** Returns true if a query is long and mentions messages. Then a match of part of it is enough. */
export function speaksOfMessages(words: readonly string[]): boolean {
  return tellingWords(words).length >= LONG && words.some((word) => OURS.has(word.replace(/s$/, '')));
}

/** Returns true if the query contains all words of a phrase, in order if the phrase requires it. */
function isMet({ words, inOrder }: Phrase, at: ReadonlyMap<string, readonly number[]>): boolean {
  if (!inOrder) return words.every((word) => at.has(word));
  let from = -1;
  return words.every((word) => {
    const next = at.get(word)?.find((place) => place > from);
    from = next ?? from;
    return next !== undefined;
  });
}
