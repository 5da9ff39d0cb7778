import { hashWord } from '../core/word-hash.ts';
import {
  packHashes,
  unpackHashes,
} from '../detect/prefilter/pack-ascending.ts';

/** Packs words as their hashes; see `packHashes`. */
export const packWordSet = (words: readonly string[], bits: number): string =>
  packHashes(words.map(hashWord), bits);

/** Returns a function that returns false if a word is not among the packed ones. True may rarely be wrong. */
export function unpackWordSet(
  packed: string,
  bits: number,
): (word: string) => boolean {
  const hasHash = unpackHashes(packed, bits);
  return (word) => hasHash(hashWord(word));
}
