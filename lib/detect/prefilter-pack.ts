/** What the prefilter knows of the catalogue, small enough for every frame of a console. Made at build time. */
export interface PrefilterData {
  /** Every code of up to five digits, packed. */
  numbers: string;
  /** Bits of the words that are codes, or begin one. */
  words: string;
  /** Everyday words that are states of Meta's accounts and templates, with a space before and after each: `failed`. */
  states: string;
}

/** A code of up to five digits is less. */
export const NUMBERS = 100_000;
/** Bits of a sign, which is one from `0` to `o`. */
const BITS = 6;
const FIRST_BITS = 0x30;
/** So many numbers next to each other share a block, whose bits fill its signs; so many blocks hold all numbers. */
const BLOCK = 120;
const BLOCKS = 834;

/**
 * Which block each hundred and twenty numbers have, a sign for each; then the blocks, of which most are alike. Nothing has to be made of it before
 * it is asked: every frame reads it, and runs what it has unprepared.
 *
 * @param numbers Below `NUMBERS`.
 */
export function packNumbers(numbers: readonly number[]): string {
  const own = Array.from({ length: BLOCKS }, () => new Uint8Array(BLOCK / BITS));
  for (const value of numbers) {
    const block = own[Math.floor(value / BLOCK)];
    if (block) setBit(block, value % BLOCK);
  }
  const written = own.map(signsOf);
  const blocks = [...new Set(written)];
  return signsOf(written.map((block) => blocks.indexOf(block))) + blocks.join('');
}

export function hasNumber(signs: string, value: number): boolean {
  const block = signs.charCodeAt((value / BLOCK) | 0) - FIRST_BITS;
  return hasBit(signs, BLOCKS * BITS + block * BLOCK + (value % BLOCK));
}

/** So many bits for each word, of which it sets so many: of 1,700 others one seems to be among them. */
const BITS_OF_WORD = 16;
const PROBES = 8;
/** From here on the bits of a hash tell how far its probes lie apart. */
const HIGH = 14;

/** A Bloom filter: nothing has to be made of it before it is asked. */
export function packWords(hashes: readonly number[]): string {
  const bits = new Uint8Array(Math.ceil((hashes.length * BITS_OF_WORD) / BITS));
  for (const hash of hashes)
    for (let probe = 0; probe < PROBES; probe++) setBit(bits, placeOf(hash, probe, bits.length * BITS));
  return signsOf(bits);
}

/** False for a hash that is not among them. True may be wrong. */
export function mayHaveWord(words: string, hash: number): boolean {
  for (let probe = 0; probe < PROBES; probe++)
    if (!hasBit(words, placeOf(hash, probe, words.length * BITS))) return false;
  return true;
}

const placeOf = (hash: number, probe: number, bits: number) =>
  ((hash + Math.imul(probe, (hash >>> HIGH) | 1)) >>> 0) % bits;

const signsOf = (values: Iterable<number>) =>
  String.fromCharCode(...Array.from(values, (value) => value + FIRST_BITS));

function setBit(bits: Uint8Array, at: number): void {
  const sign = Math.floor(at / BITS);
  bits[sign] = (bits[sign] ?? 0) | (1 << (at % BITS));
}

const hasBit = (signs: string, at: number) =>
  (((signs.charCodeAt((at / BITS) | 0) - FIRST_BITS) >> (at % BITS)) & 1) === 1;
