import { hashWord } from '../core/word-hash.ts';
import { looksLikeProviderCode } from '../detect/code-form.ts';
import {
  type PrefilterData,
  packWords,
  unpackNumbers,
  unpackWords,
} from '../detect/prefilter-pack.ts';

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

/**
 * Packs the words and titles of the catalogue: what is no word of it, but capitalized, may be a name.
 *
 * @param json The catalogue as JSON.
 */
export function packVocabulary(json: string): string {
  const titles = Array.from(json.matchAll(TITLE), ([, title = '']) =>
    normalize(title),
  );

  return packWords(
    [...new Set([...(json.toLowerCase().match(WORD) ?? []), ...titles])].map(
      hashWord,
    ),
  );
}

export function createWordTest(packed: string): WordTest {
  const mayHaveWord = unpackWords(packed);
  return (text) => mayHaveWord(hashWord(normalize(text)));
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
