import { decodeChar, encodeChar } from './weights-format.ts';

/** A digit from here on has another after it. */
const STEP_BASE = 45;

/** Packs ascending numbers as their differences, one to three characters for each. */
export const packAscending = (numbers: readonly number[]): string =>
  numbers
    .map((number, at) => packStep(number - (numbers[at - 1] ?? 0)))
    .join('');

const packStep = (step: number): string =>
  step < STEP_BASE
    ? encodeChar(step)
    : encodeChar(STEP_BASE + (step % STEP_BASE)) +
      packStep(Math.floor(step / STEP_BASE));

export function unpackAscending(packed: string): number[] {
  const numbers: number[] = [];
  let last = 0;
  let scale = 1;

  for (let at = 0; at < packed.length; at++) {
    const digit = decodeChar(packed, at);

    last += (digit % STEP_BASE) * scale;

    if (digit >= STEP_BASE) {
      scale *= STEP_BASE;
      continue;
    }

    numbers.push(last);
    scale = 1;
  }

  return numbers;
}

const HASH_BITS = 32;

const shorten = (hash: number, bits: number): number =>
  hash >>> (HASH_BITS - bits);

/**
 * Packs a set of hashes, about two characters for each.
 *
 * @param bits How much of a hash is kept. The more, the fewer others pass for one of the set.
 */
export function packHashes(hashes: readonly number[], bits: number): string {
  const kept = new Set(hashes.map((hash) => shorten(hash, bits)));
  return packAscending([...kept].sort((one, other) => one - other));
}

/** Returns a function that returns false if a hash is not among the packed ones. True may rarely be wrong. */
export function unpackHashes(
  packed: string,
  bits: number,
): (hash: number) => boolean {
  const kept = new Set(unpackAscending(packed));
  return (hash) => kept.has(shorten(hash, bits));
}
