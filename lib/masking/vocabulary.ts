import { hashWord } from '../core/word-hash.ts';
import { mayHaveWord, packWords } from '../detect/prefilter-pack.ts';
import type { CodeTest } from './code-test.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;

const TITLE = /"title":"((?:[^"\\]|\\.){4,120})"/gu;

/** Tells whether the catalogue's texts use a word, or have a text as a title. Rarely true for another one. */
export type WordTest = (text: string) => boolean;

const normalize = (text: string): string => text.toLowerCase().replace(/[\s.!]{1,20}$/, '');

/**
 * Packs the words and titles of the catalogue: what is no word of it, but capitalized, may be a name.
 *
 * @param json The catalogue as JSON.
 */
export function packVocabulary(json: string): string {
  const titles = Array.from(json.matchAll(TITLE), ([, title = '']) => normalize(title));
  return packWords([...new Set([...(json.toLowerCase().match(WORD) ?? []), ...titles])].map(hashWord));
}

export const createWordTest =
  (packed: string): WordTest =>
  (text) =>
    mayHaveWord(packed, hashWord(normalize(text)));

/** What the catalogue knows. */
export interface Known {
  isCode: CodeTest;
  isKnown: WordTest;
}
