import { hashWord } from '../core/word-hash.ts';
import { looksLikeProviderCode } from '../detect/code-form.ts';
import {
  type PrefilterData,
  unpackNumbers,
  unpackWords,
} from '../detect/prefilter/prefilter-pack.ts';
import { packWordSet, unpackWordSet } from './word-set.ts';

/** Returns true for a code of the catalogue: a number, or a word in capitals such as `MISSING_TOKEN`. */
export type CodeTest = (code: string) => boolean;

const SYMBOL = /^[A-Z][A-Z\d_-]{3,60}$/;

export function createCodeTest({
  numbers,
  words,
}: Pick<PrefilterData, 'numbers' | 'words'>): CodeTest {
  const listed = unpackNumbers(numbers);
  const mayHaveWord = unpackWords(words);

  return (code) => {
    if (!/^\d+$/.test(code))
      return SYMBOL.test(code) && mayHaveWord(hashWord(code));

    return Number(code) < listed.length
      ? !/^0(?:[1-9]|0\d{3})/.test(code) && listed[Number(code)] === 1
      : looksLikeProviderCode(code);
  };
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;
const TITLE = /"title":"((?:[^"\\]|\\.){4,120})"/gu;

/** Returns true if the catalogue's texts use a word, or have a text as a title. Rarely true for another one. */
export type WordTest = (text: string) => boolean;

const normalize = (text: string): string =>
  text.toLowerCase().replace(/[\s.!]{1,20}$/, '');

/** One other word in 500 passes for one of the catalogue. */
const VOCABULARY_BITS = 23;

/**
 * Packs the words and titles of the catalogue: what is no word of it, but capitalized, may be a name.
 *
 * @param json The catalogue as JSON.
 */
export function packVocabulary(json: string): string {
  const titles = Array.from(json.matchAll(TITLE), ([, title = '']) =>
    normalize(title),
  );

  return packWordSet(
    [...(json.toLowerCase().match(WORD) ?? []), ...titles],
    VOCABULARY_BITS,
  );
}

export function createWordTest(packed: string): WordTest {
  const isListed = unpackWordSet(packed, VOCABULARY_BITS);

  return (text) => {
    const word = normalize(text);
    return isListed(word) || getCalendarWords().has(word);
  };
}

const CALENDAR_LANGUAGES =
  'af am ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr gl gu he hi hr hu hy id is it ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zu'.split(
    ' ',
  );
const DAYS = Array.from({ length: 7 }, (_, at) => Date.UTC(2026, 0, 1 + at));
const MONTHS = Array.from({ length: 12 }, (_, at) => Date.UTC(2026, at, 1));

let calendarWords: ReadonlySet<string> | undefined;

/** Returns the names of days and months, which are no names of people. */
function getCalendarWords(): ReadonlySet<string> {
  calendarWords ??= new Set(
    CALENDAR_LANGUAGES.flatMap((language) => [
      ...formatTimes(language, { weekday: 'long' }, DAYS),
      ...formatTimes(language, { month: 'long' }, MONTHS),
      ...formatTimes(language, { month: 'long', day: 'numeric' }, MONTHS),
    ]),
  );

  return calendarWords;
}

function formatTimes(
  language: string,
  part: Intl.DateTimeFormatOptions,
  times: readonly number[],
): string[] {
  const format = new Intl.DateTimeFormat(language, {
    ...part,
    timeZone: 'UTC',
  });

  return times.map((time) =>
    normalize(format.format(time).replace(/\p{N}+\.? ?/u, '')),
  );
}

export interface Known {
  isCode: CodeTest;
  isKnown: WordTest;
}

/** A title of the catalogue, a constant of one of its words, or an identifier of several: `FAILED`, `order_confirmation`. */
export const isKnownText = (value: string, isKnown: WordTest): boolean =>
  ((/\s/.test(value.trim()) || /^[A-Z]{3,20}$/.test(value)) &&
    isKnown(value.trim())) ||
  (/^[a-z]+(?:_[a-z]+)+$/.test(value) && value.split('_').every(isKnown));
