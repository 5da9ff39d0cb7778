import { hashWord } from '../core/word-hash.ts';
import { decodeChar, encodeChar } from '../detect/weights-format.ts';

/** A digit from here on has another after it. */
const STEP_BASE = 45;

const shorten = (word: string, bits: number): number =>
  hashWord(word) >>> (HASH_BITS - bits);

const HASH_BITS = 32;

/**
 * Packs words as the ascending differences of their hashes, about two characters for each.
 *
 * @param bits The length of a hash. The more, the fewer other words pass for one of the set.
 */
export function packWordSet(words: readonly string[], bits: number): string {
  const all = new Set(words.map((word) => shorten(word, bits)));
  const hashes = [...all].sort((one, other) => one - other);

  return hashes
    .map((hash, at) => packStep(hash - (hashes[at - 1] ?? 0)))
    .join('');
}

const packStep = (step: number): string =>
  step < STEP_BASE
    ? encodeChar(step)
    : encodeChar(STEP_BASE + (step % STEP_BASE)) +
      packStep(Math.floor(step / STEP_BASE));

/** Returns a function that returns false if a word is not among the packed ones. True may rarely be wrong. */
export function unpackWordSet(
  packed: string,
  bits: number,
): (word: string) => boolean {
  const hashes = new Set<number>();
  let last = 0;
  let scale = 1;

  for (let at = 0; at < packed.length; at++) {
    const digit = decodeChar(packed, at);

    last += (digit % STEP_BASE) * scale;

    if (digit >= STEP_BASE) {
      scale *= STEP_BASE;
      continue;
    }

    hashes.add(last);
    scale = 1;
  }

  return (word) => hashes.has(shorten(word, bits));
}
