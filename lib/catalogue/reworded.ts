import phrases from '../../data/phrases.json' with { type: 'json' };
import { inEnglish } from './foreign.ts';
import { isOneSlipAway } from './neighbours.ts';
import { listed, paired, queryWords, tellingWords } from './words-of.ts';

const BESIDE = new Set(listed('beside'));

/** What no ending tells to be the same word. */
const IRREGULAR = paired('irregular');

/** `blocked`, `blocks` and `blocking` are one word to a phrase. */
const stem = (word: string) => IRREGULAR.get(word) ?? regular(word);
const regular = (word: string) =>
  word.length < 5 ? word.replace(/(?<=..[^s])s$/, '') : word.replace(/(?:ed|es|ing|s|e)$/, '');

/** What a phrase counts with part of the rest of the question, and without it. */
const PARTLY = 0.6;
const ALONE = 0.15;
/** What a phrase counts before its words do. */
const LEAST_TRUST = 1.5;
/** What the less likely wordings of a phrase count. */
const SECOND = 1.2;
/** What a word counts that stands in every other question. */
const LITTLE = 0.4;
/** What it counts with its words far from each other, and how many words may stand between them. */
const APART = 0.6;
const BETWEEN = 3;

const SAYS_LITTLE = new Set([...BESIDE, 'limit', 'exceeded'].map(stem));
interface Phrase {
  words: readonly string[];
  /** In this order only: `user > blocked > business` is not `business > blocked > user`. */
  inOrder: boolean;
}

const parts = (text: string) => text.split(',').map((part) => part.replace(/\s+/g, ' ').trim());

const PHRASES = phrases.map(({ says, means }) => ({
  says: parts(says.join(','))
    .map((text): Phrase => ({ words: englishWords(text).map(stem), inOrder: text.includes('>') }))
    .sort((a, b) => b.words.length - a.words.length || Number(b.inOrder) - Number(a.inOrder)),
  means: parts(means).map((phrase) => englishWords(phrase)),
}));

/** Words of the phrases by their first letter. */
const SPELT = new Map<string, Set<string>>();
for (const { says } of PHRASES) {
  for (const word of says.flatMap(({ words }) => words)) {
    SPELT.set(word.charAt(0), (SPELT.get(word.charAt(0)) ?? new Set()).add(word));
  }
}

/** A shorter word with another letter is another word. */
const LETTERS_TO_MISS = 6;

/** A word that no phrase has, as the one that is a slip away: `expird` is `expired`. */
function spelt(word: string): string {
  const known = SPELT.get(word.charAt(0));
  if (!known || word.length < LETTERS_TO_MISS || /\d/.test(word) || known.has(stem(word))) return word;
  return (
    [...known].find((other) => other.length >= LETTERS_TO_MISS - 2 && isOneSlipAway(stem(word), other)) ??
    word
  );
}

/** The words of a query in English. */
export function englishWords(query: string): readonly string[] {
  const spaced = query
    .replace(/(?<!\d)(\d{1,3}) ?(?:h|hrs?)(?![\p{L}\d])/giu, '$1 hours')
    .replace(/(?<![\p{L}\d_])[a-z]{2}_[A-Z]{2}(?![\p{L}\d_])/gu, 'language')
    .replace(/(?<!\d)\d{1,4} ?([kmg]b)(?![\p{L}\d])/giu, '$1');
  return queryWords(spaced).flatMap((word) => {
    // A symbol, perhaps not typed to its end, or a name of somebody's own: `WHATSAPP_PHONE_NUMBER_ID`.
    const parts = word.split('_').filter((part) => part !== '');
    return [...parts.flatMap((part) => inEnglish(part).split(' ')), ...(parts.length > 1 ? [word] : [])];
  });
}

/** A question put otherwise. */
export interface Reworded {
  words: readonly string[];
  /** Those of the words that were typed, and may hold a slip. */
  typed: readonly string[];
  /** Those of the words that an entry has to hold. */
  must: readonly string[];
  /** Also where no entry at all has them. */
  strict: boolean;
  /** How much more likely this is meant than the words as typed. */
  trust: number;
}

/**
 * The query in the catalogue's own words, for each phrase of `data/phrases.json` in it that no longer phrase holds. The first wording of a
 * phrase is what is most likely meant; a phrase of more words says more, and less where much else was said beside it: best is an
 * entry that holds all the rest too, then one that holds some of it.
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
      // What is denied stands beside the word that denies it.
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

/** Whether the words of a phrase stand close to each other somewhere, in any order. */
function isTogether(phrase: readonly string[], at: ReadonlyMap<string, readonly number[]>): boolean {
  return (at.get(phrase[0] ?? '') ?? []).some((start) =>
    phrase.every((word) => at.get(word)?.some((place) => Math.abs(place - start) <= phrase.length + BETWEEN)),
  );
}

const OURS = new Set(listed('ours'));
const LONG = 4;

/** Whether a question is long, and about messages: then a part of it may be enough. */
export function speaksOfMessages(words: readonly string[]): boolean {
  return tellingWords(words).length >= LONG && words.some((word) => OURS.has(word.replace(/s$/, '')));
}

/** Whether all words of a phrase stand in the question. */
function isMet({ words, inOrder }: Phrase, at: ReadonlyMap<string, readonly number[]>): boolean {
  if (!inOrder) return words.every((word) => at.has(word));
  let from = -1;
  return words.every((word) => {
    const next = at.get(word)?.find((place) => place > from);
    from = next ?? from;
    return next !== undefined;
  });
}
