/** The prefilter's view of the catalogue, small enough for every frame of a console. Built at build time. */
export interface PrefilterData {
  /** All codes of up to five digits, by `packNumbers`. */
  numbers: string;
  /** Bloom filter of the words that are codes or begin one. */
  words: string;
  /** Everyday words that are statuses of Meta's accounts and templates, each between two spaces: ` failed `. */
  states: string;
}

/** Codes of up to five digits are below this. */
export const NUMBER_LIMIT = 100_000;
/** Bits per character; the characters are `0` to `o`. */
const BITS_PER_SIGN = 6;
const FIRST_BITS = 0x30;
/** A sign has five bits of a length, the lowest first, and one that says whether more signs follow. */
const LENGTH_BITS = 5;
const MORE = 1 << LENGTH_BITS;

/** Packs a set of numbers below `NUMBER_LIMIT`, as lengths: of the numbers before the first, of its run, and so on. */
export function packNumbers(numbers: readonly number[]): string {
  const listed = new Uint8Array(NUMBER_LIMIT + 1);
  for (const value of numbers) listed[value] = 1;
  const signs: number[] = [];
  const write = (length: number): void => {
    signs.push((length % MORE) + (length < MORE ? 0 : MORE));
    if (length >= MORE) write(length >> LENGTH_BITS);
  };
  let from = 0;
  let isRun = 0;
  listed.forEach((isListed, value) => {
    if (isListed === isRun) return;
    write(value - from);
    from = value;
    isRun = isListed;
  });
  return encodeSigns(signs);
}

/** Returns 1 for each number of the set. */
export function unpackNumbers(packed: string): Uint8Array {
  const listed = new Uint8Array(NUMBER_LIMIT);
  let from = 0;
  let length = 0;
  let shift = 0;
  let isRun = false;
  for (let at = 0; at < packed.length; at++) {
    const sign = packed.charCodeAt(at) - FIRST_BITS;
    length |= (sign % MORE) << shift;
    shift += LENGTH_BITS;
    if (sign >= MORE) continue;
    if (isRun) listed.fill(1, from, from + length);
    isRun = !isRun;
    from += length;
    length = shift = 0;
  }
  return listed;
}

/** 24 bits per word, of which 12 are set: the false positive rate is 1 in 20,000, and a page has thousands of words. */
const BITS_OF_WORD = 24;
const PROBES = 12;
/** The bits of a hash above this set the distance between its probes. */
const PROBE_STEP_SHIFT_BITS = 14;

export function packWords(hashes: readonly number[]): string {
  const bits = new Uint8Array(Math.ceil((hashes.length * BITS_OF_WORD) / BITS_PER_SIGN));
  for (const hash of hashes)
    for (let probe = 0; probe < PROBES; probe++)
      setBit(bits, getProbeBit(hash, probe, bits.length * BITS_PER_SIGN));
  return encodeSigns(bits);
}

/** Returns false if a hash is not in the filter. True may be wrong. */
export function mayHaveWord(words: string, hash: number): boolean {
  for (let probe = 0; probe < PROBES; probe++)
    if (!hasBit(words, getProbeBit(hash, probe, words.length * BITS_PER_SIGN))) return false;
  return true;
}

const getProbeBit = (hash: number, probe: number, bits: number) =>
  ((hash + Math.imul(probe, (hash >>> PROBE_STEP_SHIFT_BITS) | 1)) >>> 0) % bits;

const encodeSigns = (values: Iterable<number>) =>
  String.fromCharCode(...Array.from(values, (value) => value + FIRST_BITS));

function setBit(bits: Uint8Array, at: number): void {
  const sign = Math.floor(at / BITS_PER_SIGN);
  bits[sign] = (bits[sign] ?? 0) | (1 << (at % BITS_PER_SIGN));
}

const hasBit = (signs: string, at: number) =>
  (((signs.charCodeAt((at / BITS_PER_SIGN) | 0) - FIRST_BITS) >> (at % BITS_PER_SIGN)) & 1) === 1;
