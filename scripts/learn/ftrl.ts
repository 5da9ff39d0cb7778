/** A place with its features' slots, and whether it is a code. */
export interface Example {
  slots: readonly number[];
  isCode: boolean;
}

export interface Learnt {
  bias: number;
  /** By slot; most are 0. */
  weights: Float64Array;
}

/** How fast a weight follows, and how much must speak for one that is not 0. */
const RATE = 0.1;
const SPARSE = 8;
const EPOCHS = 20;

/**
 * Logistic regression by FTRL-Proximal (McMahan and others, 2013), in an order that is the same each time: most weights stay 0, so that what is
 * learnt fits into a script.
 *
 * @param size Slots there are.
 */
export function learn(examples: readonly Example[], size: number): Learnt {
  const z = new Float64Array(size + 1);
  const n = new Float64Array(size + 1);
  const weights = new Float64Array(size + 1);
  // The bias stands behind the slots and is never 0.
  const weigh = (slot: number) => {
    const sparse = slot === size ? 0 : SPARSE;
    const sum = z[slot] ?? 0;
    weights[slot] =
      Math.abs(sum) <= sparse ? 0 : (-(sum - Math.sign(sum) * sparse) * RATE) / (1 + Math.sqrt(n[slot] ?? 0));
    return weights[slot] ?? 0;
  };
  const all = examples.map(({ slots, isCode }) => ({ slots: [...slots, size], isCode }));
  const random = randomFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(all, random);
    for (const { slots, isCode } of all) {
      let odds = 0;
      for (const slot of slots) odds += weigh(slot);
      const slope = 1 / (1 + Math.exp(-odds)) - Number(isCode);
      for (const slot of slots) {
        const seen = n[slot] ?? 0;
        const sigma = (Math.sqrt(seen + slope * slope) - Math.sqrt(seen)) / RATE;
        z[slot] = (z[slot] ?? 0) + slope - sigma * (weights[slot] ?? 0);
        n[slot] = seen + slope * slope;
      }
    }
  }
  for (let slot = 0; slot <= size; slot++) weigh(slot);
  return { bias: weights[size] ?? 0, weights: weights.subarray(0, size) };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const one = list[at] as T;
    list[at] = list[other] as T;
    list[other] = one;
  }
}

/** The same numbers from 0 to 1 each time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
