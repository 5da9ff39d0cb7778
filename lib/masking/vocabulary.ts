import { hashWord } from '../core/word-hash.ts';
import { mayHaveWord, packWords } from '../detect/prefilter-pack.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;

/** Tells whether the catalogue's texts use a word. Rarely true for a word that they don't use. */
export type WordTest = (word: string) => boolean;

/** Packs the words of the catalogue's texts: what is no word of them, but capitalized, may be a name. */
export const packVocabulary = (catalogue: unknown): string =>
  packWords([...new Set(JSON.stringify(catalogue).toLowerCase().match(WORD))].map(hashWord));

export const createWordTest =
  (packed: string): WordTest =>
  (word) =>
    mayHaveWord(packed, hashWord(word.toLowerCase()));
