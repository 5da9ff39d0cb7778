/** What the first look knows of the catalogue, small enough for every frame of a console. Made at build time. */
export interface FirstLookData {
  /** Every code of up to five digits, packed. */
  numbers: string;
  /** Bits of the words that are codes, or begin one. */
  words: string;
  /** Everyday words that are states of Meta's accounts and templates, with a space before and after each: `failed`. */
  states: string;
}

/** A code of up to five digits is less. */
export const NUMBERS = 100_000;
/** From `(` to `[` no sign that JSON or a string would write otherwise. */
export const FIRST_SIGN = 0x28;
/** A number is written with the first so many signs; all but its last digit are as many signs further on. */
export const BASE = 26;

/**
 * How many are none, how many next to them are, and so on.
 *
 * @param sorted Rising, below `NUMBERS`.
 */
export function packNumbers(sorted: readonly number[]): string {
  let signs = '';
  let from = 0;
  for (let at = 0; at < sorted.length; ) {
    const start = sorted[at] ?? 0;
    let end = start;
    while (sorted[at] === end) {
      end++;
      at++;
    }
    signs += written(start - from) + written(end - start);
    from = end;
  }
  return signs;
}

/** A number in such signs. */
export function written(count: number): string {
  const digits = [count % BASE];
  for (let high = Math.floor(count / BASE); high > 0; high = Math.floor(high / BASE))
    digits.unshift((high % BASE) + BASE);
  return String.fromCharCode(...digits.map((digit) => digit + FIRST_SIGN));
}

/** 1 for each number that was packed. Every frame runs it once, unprepared: no call for each number as in `unpack`. */
export function unpackNumbers(signs: string): Uint8Array {
  const table = new Uint8Array(NUMBERS);
  let from = 0;
  let count = 0;
  let is = 0;
  for (let at = 0; at < signs.length; at++) {
    const sign = signs.charCodeAt(at) - FIRST_SIGN;
    count = count * BASE + (sign % BASE);
    if (sign >= BASE) continue;
    if (is) table.fill(1, from, from + count);
    from += count;
    count = 0;
    is ^= 1;
  }
  return table;
}

/** Bits of a sign, which is one from `0` to `o`. */
const BITS = 6;
const FIRST_BITS = 0x30;
/** So many bits for each word, of which it sets so many: of 1,700 others one seems to be among them. */
const BITS_OF_WORD = 16;
const PROBES = 8;
/** From here on the bits of a hash tell how far its probes lie apart. */
const HIGH = 14;

/** A Bloom filter: nothing has to be made of it before it is asked. */
export function packWords(hashes: readonly number[]): string {
  const bits = new Uint8Array(Math.ceil((hashes.length * BITS_OF_WORD) / BITS));
  for (const hash of hashes)
    for (let probe = 0; probe < PROBES; probe++) {
      const at = placeOf(hash, probe, bits.length * BITS);
      bits[Math.floor(at / BITS)] = (bits[Math.floor(at / BITS)] ?? 0) | (1 << (at % BITS));
    }
  return String.fromCharCode(...Array.from(bits, (six) => six + FIRST_BITS));
}

/** False for a hash that is not among them. True may be wrong. */
export function mayHaveWord(words: string, hash: number): boolean {
  for (let probe = 0; probe < PROBES; probe++) {
    const at = placeOf(hash, probe, words.length * BITS);
    if ((((words.charCodeAt((at / BITS) | 0) - FIRST_BITS) >> (at % BITS)) & 1) === 0) return false;
  }
  return true;
}

const placeOf = (hash: number, probe: number, bits: number) =>
  ((hash + Math.imul(probe, (hash >>> HIGH) | 1)) >>> 0) % bits;
