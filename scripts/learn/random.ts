import { hashWord } from '../../lib/core/word-hash.ts';

/** Returns a seeded generator of numbers from 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;

  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

/** Returns a shuffled copy. */
export function shuffle(rows: Int32Array, random: () => number): Int32Array {
  const copy = Int32Array.from(rows);

  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as number, copy[at] as number];
  }

  return copy;
}

/** Returns a hash of a text. */
export function hashToNumber(text: string): number {
  const hash = hashWord(text);
  return (hash ^ (hash >>> 15)) >>> 0;
}
