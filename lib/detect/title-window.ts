import type { Meaning } from './code-index.ts';
import type { Lexicon } from './lexicon.ts';
import { firstFrom, type Stems } from './stems.ts';

/** What is cut off at the end of a window is another word. */
export const SHORTEST_WORD = 4;
/** A title that follows begins within so many characters. */
const BEGINNING = 40;
const SLOTS = 4096;

/** How often the stems of a slot stand in the window of the owner. */
const counts = new Uint16Array(SLOTS);
let owner: object | null = null;

/** Stems share slots: what is told by them may be wrong, but misses nothing. */
export const slotOf = (stem: number): number => Math.imul(stem, 0x9e3779b1) >>> 20;

/** A window that goes over a text, mostly in its order. */
export interface TitleWindow {
  /** False where no title of the meanings can stand in the window: not two words of one, nor the first of one right behind `end`. */
  mayTell(meanings: readonly Meaning[], from: number, end: number, to: number): boolean;
}

export function titleWindow({ at, stems }: Stems, lexicon: Lexicon): TitleWindow {
  const self = {};
  let low = 0;
  let high = 0;

  function add(stem: number, count: number): void {
    const slot = slotOf(stem);
    counts[slot] = (counts[slot] ?? 0) + count;
  }

  function move(from: number, to: number): void {
    if (owner !== self || (at[low - 1] ?? -1) >= from || (at[high - 1] ?? -1) + SHORTEST_WORD > to) {
      counts.fill(0);
      owner = self;
      low = firstFrom(at, from);
      high = low;
    }
    if ((at[high] ?? from) < from) {
      // Nothing of the window is left, and what lies between need not be read.
      for (; low < high; low++) add(stems[low] ?? 0, -1);
      low = firstFrom(at, from);
      high = low;
    }
    for (; high < at.length && (at[high] ?? 0) + SHORTEST_WORD <= to; high++) add(stems[high] ?? 0, 1);
    for (; low < high && (at[low] ?? 0) < from; low++) add(stems[low] ?? 0, -1);
  }

  function begins(slot: number, end: number): boolean {
    for (let place = firstFrom(at, end); place < high && (at[place] ?? 0) < end + BEGINNING; place++)
      if (slotOf(stems[place] ?? 0) === slot) return true;
    return false;
  }

  return {
    mayTell(meanings, from, end, to) {
      move(from, to);
      for (const slots of lexicon.titleSlots(meanings)) {
        let present = 0;
        for (let i = 0; i < slots.length; i++) {
          const slot = slots[i] ?? 0;
          if (counts[slot] === 0) continue;
          // One word is enough where the line ends behind it: `368 – Temporarily`.
          if (++present >= 2 || (i === 0 && begins(slot, end))) return true;
        }
      }
      return false;
    },
  };
}
