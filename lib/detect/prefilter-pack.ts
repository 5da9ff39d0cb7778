/** The prefilter's view of the catalogue, small enough for every frame of a console. Built at build time. */
export interface PrefilterData {
  /** All codes of up to five digits, packed. */
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
/** 60 consecutive numbers form a block, 8 blocks a group. */
const NUMBERS_PER_BLOCK = 60;
const BLOCKS_PER_GROUP = 8;
const GROUP_COUNT = Math.ceil(NUMBER_LIMIT / NUMBERS_PER_BLOCK / BLOCKS_PER_GROUP);

/**
 * Packs a set of numbers. Equal groups and equal blocks are stored once: one character for each group, then the
 * distinct groups as characters for their blocks, then the distinct blocks as bits. Needs no decoding, because every
 * frame loads it and few frames look up much.
 *
 * @param numbers Below `NUMBER_LIMIT`.
 */
export function packNumbers(numbers: readonly number[]): string {
  const own = Array.from(
    { length: GROUP_COUNT * BLOCKS_PER_GROUP },
    () => new Uint8Array(NUMBERS_PER_BLOCK / BITS_PER_SIGN),
  );
  for (const value of numbers) {
    const block = own[Math.floor(value / NUMBERS_PER_BLOCK)];
    if (block) setBit(block, value % NUMBERS_PER_BLOCK);
  }
  const written = own.map(encodeSigns);
  const blocks = [...new Set(written)];
  const placed = encodeSigns(written.map((block) => blocks.indexOf(block)));
  const grouped = Array.from({ length: GROUP_COUNT }, (_, at) =>
    placed.slice(at * BLOCKS_PER_GROUP, (at + 1) * BLOCKS_PER_GROUP),
  );
  const groups = [...new Set(grouped)];
  // The number of distinct groups comes first, because the blocks follow the groups.
  return (
    encodeSigns([groups.length, ...grouped.map((group) => groups.indexOf(group))]) +
    groups.join('') +
    blocks.join('')
  );
}

export function hasNumber(signs: string, value: number): boolean {
  const sign = (at: number) => signs.charCodeAt(at) - FIRST_BITS;
  const block = (value / NUMBERS_PER_BLOCK) | 0;
  const groups = 1 + GROUP_COUNT;
  const own = sign(
    groups + sign(1 + ((block / BLOCKS_PER_GROUP) | 0)) * BLOCKS_PER_GROUP + (block % BLOCKS_PER_GROUP),
  );
  return hasBit(
    signs,
    (groups + sign(0) * BLOCKS_PER_GROUP) * BITS_PER_SIGN +
      own * NUMBERS_PER_BLOCK +
      (value % NUMBERS_PER_BLOCK),
  );
}

/** 24 bits per word, of which 12 are set: the false positive rate is 1 in 20,000, and a page has thousands of words. */
const BITS_OF_WORD = 24;
const PROBES = 12;
/** The bits of a hash above this set the distance between its probes. */
const PROBE_STEP_SHIFT_BITS = 14;

/** Packs hashes into a Bloom filter. */
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
