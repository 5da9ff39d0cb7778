export const HASH_SEED = 0x811c9dc5;

/** FNV-1a over UTF-16 units. */
export const hashStep = (hash: number, unit: number) =>
  Math.imul(hash ^ unit, 0x01000193);

export function hashWord(word: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at++)
    hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}
