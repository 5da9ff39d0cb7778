import { eachFeature, type Surrounded } from './learnt-features.ts';
import { unpack } from './rising.ts';
import { hashOf } from './word-hash.ts';
import { isLetter } from './words/letters.ts';

const SLOT_BITS = 19;
/** Features share so many weights. One that was never met has somebody else's in one of 26 cases. */
export const SLOTS = 2 ** SLOT_BITS;

/** What was learnt, as it is written down. */
export interface PackedModel {
  /** Log-odds of a place of which nothing is known. */
  bias: number;
  /** Slots with a weight, packed. */
  slots: string;
  /** Their weights in the same order, a sign each. */
  levels: string;
}

export interface Model {
  bias: number;
  /** By slot: 0 for none, or a level from 1 on. */
  levels: Uint8Array;
}

export function slotOf(feature: string): number {
  const hash = hashOf(feature);
  return ((hash >>> SLOT_BITS) ^ hash) & (SLOTS - 1);
}

const FIRST_SIGN = 0x23;
const BACKSLASH = 0x5c;
const MIDDLE = 45;
/** Larger weights are cut. */
const MOST = 6;
const STEP = Math.sqrt(MOST) / MIDDLE;

/** Small weights are kept more closely than large ones. */
export function signOf(weight: number): string {
  const level = Math.round(Math.sqrt(Math.min(Math.abs(weight), MOST)) / STEP);
  const unit = FIRST_SIGN + MIDDLE + Math.sign(weight) * level;
  return String.fromCharCode(unit < BACKSLASH ? unit : unit + 1);
}

const levelOf = (sign: number) => (sign < BACKSLASH ? sign : sign - 1) - FIRST_SIGN + 1;

const WEIGHTS = Float64Array.from({ length: 2 * MIDDLE + 2 }, (_, level) => {
  const steps = level === 0 ? 0 : level - 1 - MIDDLE;
  return Math.sign(steps) * (steps * STEP) ** 2;
});

export function openModel({ bias, slots, levels }: PackedModel): Model {
  const table = new Uint8Array(SLOTS);
  let next = 0;
  unpack(slots, (slot) => {
    table[slot] = levelOf(levels.charCodeAt(next++));
  });
  return { bias, levels: table };
}

/** What a word says clearly, all of its features together. */
const CLEAR = 0.05;

/** What a model makes of a place. */
export interface Opinion {
  /** Log-odds that it is a code. */
  odds: number;
  /** How much of that the words around say; the rest is the number's form and what the text is about. */
  said: number;
  /** The one that says most for it, or against it; none where no word says anything. */
  word: string | null;
  /** How many words say the same as the whole, and clearly: of one that was never met some feature may have another's weight. */
  words: number;
}

export function opinionOn(one: Surrounded, { bias, levels }: Model): Opinion {
  let odds = bias;
  let said = 0;
  const byWord = new Map<string, number>();
  eachFeature(one, (feature, word) => {
    const weight = WEIGHTS[levels[slotOf(feature)] ?? 0] ?? 0;
    odds += weight;
    // The rules know that the text is about WhatsApp.
    if (word === '' || word === 'whatsapp' || weight === 0) return;
    said += weight;
    if (isLetter(word.charCodeAt(0))) byWord.set(word, (byWord.get(word) ?? 0) + weight);
  });
  const way = Math.sign(odds);
  let telling: string | null = null;
  let most = 0;
  let words = 0;
  for (const [word, weight] of byWord) {
    if (weight * way >= CLEAR) words++;
    if (weight * way <= most) continue;
    most = weight * way;
    telling = word;
  }
  return { odds, said, word: telling, words };
}
