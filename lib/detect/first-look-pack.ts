/** What the first look knows of the catalogue, small enough for every frame of a console. Made at build time. */
export interface FirstLookData {
  /** Every code of up to five digits, as its distance from the one before, in base 36. */
  numbers: string;
  /** Hashes of the words that are codes, or begin one, in the same way. */
  words: string;
}

/** A code of up to five digits is less. */
export const NUMBERS = 100_000;
const HASH_BITS = 20;
/** Where the hash of a word begins. */
export const SEED = 0x811c9dc5;

/** FNV-1a over UTF-16 units. */
export const mixed = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
export const folded = (hash: number) => ((hash >>> HASH_BITS) ^ hash) & (2 ** HASH_BITS - 1);

export function steps(sorted: readonly number[]): string {
  return sorted.map((value, at) => (value - (sorted[at - 1] ?? 0)).toString(36)).join(' ');
}

export function values(steps: string): number[] {
  let last = 0;
  return steps.split(' ').map((step) => {
    last += Number.parseInt(step, 36);
    return last;
  });
}
