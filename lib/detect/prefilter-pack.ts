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
/** 60 neighbouring numbers make a block, 8 blocks a group. */
const BLOCK = 60;
const GROUP = 8;
const GROUPS = Math.ceil(NUMBERS / BLOCK / GROUP);

/**
 * Equal groups and equal blocks are stored once: a sign for each group, then the different groups as signs for their blocks, then the
 * different blocks as bits. Nothing has to be decoded first, because every frame loads it and few frames ask much.
 *
 * @param numbers Below `NUMBERS`.
 */
export function packNumbers(numbers: readonly number[]): string {
  const own = Array.from({ length: GROUPS * GROUP }, () => new Uint8Array(BLOCK / BITS));
  for (const value of numbers) {
    const block = own[Math.floor(value / BLOCK)];
    if (block) setBit(block, value % BLOCK);
  }
  const written = own.map(signsOf);
  const blocks = [...new Set(written)];
  const placed = signsOf(written.map((block) => blocks.indexOf(block)));
  const grouped = Array.from({ length: GROUPS }, (_, at) => placed.slice(at * GROUP, (at + 1) * GROUP));
  const groups = [...new Set(grouped)];
  // How many groups differ comes first: the blocks stand behind them.
  return (
    signsOf([groups.length, ...grouped.map((group) => groups.indexOf(group))]) +
    groups.join('') +
    blocks.join('')
  );
}

export function hasNumber(signs: string, value: number): boolean {
  const sign = (at: number) => signs.charCodeAt(at) - FIRST_BITS;
  const block = (value / BLOCK) | 0;
  const groups = 1 + GROUPS;
  const own = sign(groups + sign(1 + ((block / GROUP) | 0)) * GROUP + (block % GROUP));
  return hasBit(signs, (groups + sign(0) * GROUP) * BITS + own * BLOCK + (value % BLOCK));
}

/** 24 bits for each word, of which it sets 12: one in 20,000 other words passes, and a page has thousands. */
const BITS_OF_WORD = 24;
const PROBES = 12;
/** From here on the bits of a hash tell how far its probes lie apart. */
const HIGH = 14;

/** A Bloom filter. */
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
