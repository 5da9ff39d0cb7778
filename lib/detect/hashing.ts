/** The number of weights, as a power of two. Features are hashed, so some share a weight. */
export const PHRASE_BITS = 16;
export const LABEL_BITS = 16;

export function combineHashes(
  one: number,
  other: number,
  third?: number,
  fourth?: number,
): number {
  const two = combineTwo(one, other);

  if (third === undefined) return two;

  return fourth === undefined
    ? combineTwo(two, third)
    : combineTwo(combineTwo(two, third), fourth);
}

function combineTwo(one: number, other: number): number {
  const mix =
    Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) ^
    Math.imul(other ^ (other >>> 13), 0x297a2d39);
  return Math.imul(mix ^ (mix >>> 12), 0x85ebca6b) | 0;
}

/** Returns the index of a feature's weight, among two to the power of `bits`. */
export function getBucket(hash: number, bits: number): number {
  const mix = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return ((mix ^ (mix >>> 15)) >>> 0) & ((1 << bits) - 1);
}
