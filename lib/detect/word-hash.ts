/** Where a hash begins. */
export const SEED = 0x811c9dc5;

/** FNV-1a over UTF-16 units. */
export const mixed = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);

export function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at));
  return hash;
}
