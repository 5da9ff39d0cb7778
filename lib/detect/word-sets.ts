/** One bit for each word, as long as there are any. */
const bits = new Map<string, number>();
const MOST_BITS = 30;
const sets = new Map<number, ReadonlySet<string>>();
const MOST_SETS = 1000;

/** 0 where there are no more. */
export function bitOf(word: string): number {
  let bit = bits.get(word);
  if (bit === undefined) {
    bit = bits.size < MOST_BITS ? 1 << bits.size : 0;
    bits.set(word, bit);
  }
  return bit;
}

let lastMask = -1;
let last: ReadonlySet<string> = new Set();

export function setOf(mask: number): ReadonlySet<string> {
  if (mask !== lastMask) {
    last = madeOf(mask);
    lastMask = mask;
  }
  return last;
}

function madeOf(mask: number): ReadonlySet<string> {
  let set = sets.get(mask);
  if (!set) {
    set = new Set([...bits].flatMap(([word, bit]) => ((bit & mask) === 0 ? [] : [word])));
    if (sets.size >= MOST_SETS) sets.clear();
    sets.set(mask, set);
  }
  return set;
}
