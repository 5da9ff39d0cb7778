import { inEnglish } from './foreign.ts';
import { SYNONYMS } from './synonyms.ts';
import { queryWords, tellingWords } from './words-of.ts';

/** Words that say nothing beside a phrase of `SYNONYMS`. */
const BESIDE = new Set(
  (
    'account business customer error fail failed has issue message my not number only phone problem recipient send sending ' +
    'sent sms template user whatsapp'
  ).split(' '),
);

/** `blocked`, `blocks` and `blocking` are one word to a phrase. */
const stem = (word: string) =>
  word.length < 5 ? word.replace(/(?<=..[^s])s$/, '') : word.replace(/(?:ed|es|ing|s|e)$/, '');

/** What a phrase counts without the rest of the question. */
const ALONE = 0.3;

const PHRASES = SYNONYMS.map(({ says, means }) => ({
  says: says.map((phrase) => phrase.split(' ').map(stem)).sort((a, b) => b.length - a.length),
  means: means.map((phrase) => queryWords(phrase)),
}));

/** The words of a query in English. */
export function englishWords(query: string): readonly string[] {
  return queryWords(query).flatMap((word) => {
    const hours = /^(\d{1,3})h$/.exec(word);
    return hours ? [hours[1] ?? '', 'hours'] : inEnglish(word);
  });
}

/** A question put otherwise. */
export interface Reworded {
  words: readonly string[];
  /** Those of the words that an entry has to hold. */
  must: readonly string[];
  /** How much more likely this is meant than the words as typed. */
  trust: number;
}

/**
 * The query in the catalogue's own words, for each phrase of `SYNONYMS` in it that no longer phrase holds. The first wording of a
 * phrase is what is most likely meant; a phrase of more words says more. Of the other words an entry has to hold all, unless the
 * phrase is the greater part of the question.
 */
export function saidOtherwise(words: readonly string[]): readonly Reworded[] {
  const stems = new Set(words.map(stem));
  const telling = tellingWords(words);
  const found = PHRASES.flatMap(({ says, means }) => {
    const met = says.filter((phrase) => phrase.every((word) => stems.has(word)));
    return met[0] ? [{ said: [...new Set(met.flat())], longest: met[0].length, means }] : [];
  });
  const isPart = (said: readonly string[]) =>
    found.some((other) => other.said.length > said.length && said.every((word) => other.said.includes(word)));
  return found
    .filter(({ said }) => !isPart(said))
    .flatMap(({ said, longest, means }) => {
      const rest = telling.filter(
        (word) => !said.includes(stem(word)) && !BESIDE.has(word.replace(/s$/, '')) && !BESIDE.has(word),
      );
      const free = said.length > 1 && rest.length <= said.length + 2;
      return means.flatMap((phrase, at) => {
        const trust = at === 0 ? 1.5 + longest : 1.2;
        const whole = { words: [...phrase, ...rest], must: rest, trust };
        if (!free || rest.length === 0) return [whole];
        return [
          whole,
          { words: phrase, must: [], trust: (trust * ALONE * said.length) / (said.length + rest.length) },
        ];
      });
    });
}
