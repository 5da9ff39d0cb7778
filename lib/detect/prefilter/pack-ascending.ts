import { ALPHABET_SIZE, decodeChar, encodeChar } from '../weights-format.ts';

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

/** Two characters hold this many bits. */
const CHUNK_BITS = 13;

/**
 * Packs a set of hashes as the Rice code of their differences, which is the shortest for what is evenly distributed: the lower bits of
 * each as they are, the others as a row of ones.
 *
 * @param bits How much of a hash is kept. The more, the fewer others pass for one of the set.
 */
export function packHashes(hashes: readonly number[], bits: number): string {
  const kept = [...new Set(hashes.map((hash) => shorten(hash, bits)))].sort(
    (one, other) => one - other,
  );

  const meanStep = 2 ** bits / Math.max(1, kept.length);
  const lowBits = Math.max(0, Math.floor(Math.log2(meanStep * Math.LN2)));

  const codes = kept.map((hash, at) => {
    const step = hash - (kept[at - 1] ?? 0);
    const low = (step % 2 ** lowBits).toString(2).padStart(lowBits, '0');

    return `${'1'.repeat(step >> lowBits)}0${lowBits > 0 ? low : ''}`;
  });

  const chunks = codes.join('').match(/.{1,13}/g) ?? [];

  return (
    encodeChar(lowBits) +
    chunks
      .map((chunk) => Number.parseInt(chunk.padEnd(CHUNK_BITS, '1'), 2))
      .map((number) =>
        [Math.floor(number / ALPHABET_SIZE), number % ALPHABET_SIZE]
          .map(encodeChar)
          .join(''),
      )
      .join('')
  );
}

/** Returns a function that returns false if a hash is not among the packed ones. True may rarely be wrong. */
export function unpackHashes(
  packed: string,
  bits: number,
): (hash: number) => boolean {
  const kept = new Set(unpackSteps(packed));
  return (hash) => kept.has(shorten(hash, bits));
}

function unpackSteps(packed: string): number[] {
  const lowBits = decodeChar(packed, 0);
  const readBit = createBitReader(packed.slice(1));
  const numbers: number[] = [];

  for (let last = 0; ; numbers.push(last)) {
    let step = 0;
    let bit = readBit();

    for (; bit === 1; bit = readBit()) step++;
    // The end is filled with ones.
    if (bit === null) return numbers;

    for (let at = 0; at < lowBits; at++) step = 2 * step + (readBit() ?? 0);

    last += step;
  }
}

/** Returns a function that returns the next bit, or null at the end. */
function createBitReader(packed: string): () => number | null {
  let at = 0;
  let chunk = 0;
  let left = 0;

  return () => {
    if (left === 0) {
      if (at >= packed.length) return null;
      chunk =
        decodeChar(packed, at) * ALPHABET_SIZE + decodeChar(packed, at + 1);
      at += 2;
      left = CHUNK_BITS;
    }

    left--;

    return (chunk >> left) & 1;
  };
}
