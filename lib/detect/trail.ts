import type { Said } from './line-sayings.ts';
import type { Finder } from './topics.ts';
import type { Unit, Units } from './units.ts';

/** So many words are tried one by one. */
const NEAR = 8;
/** The offset of a word that is before all others, so that there is always one before. */
const BEFORE_ALL = -1_000_000_000;

/**
 * The words that the units of a text say, one after the other, read as far as somebody asks. Mostly each question goes on where the one
 * before ended.
 */
export class Trail implements Finder {
  private readonly units: Units;
  private readonly saidBy: (unit: Unit) => readonly Said[];
  private readonly offsets: number[] = [BEFORE_ALL];
  private readonly words: string[] = [''];
  /** Offsets between which all units were read, and the number of the first behind them. */
  private from = 0;
  private to = 0;
  private next = 0;
  /** Where the last search ended. */
  private last = 1;

  constructor(units: Units, saidBy: (unit: Unit) => readonly Said[]) {
    this.units = units;
    this.saidBy = saidBy;
  }

  nearest(offset: number, reach: number): string | null {
    this.read(offset - reach, offset + reach);
    const at = this.search(offset);
    const far = offset - (this.offsets[at - 1] ?? 0);
    const near = at < this.offsets.length ? (this.offsets[at] ?? 0) - offset : reach + 1;
    if (far > reach && near > reach) return null;
    return this.words[far <= near ? at - 1 : at] ?? null;
  }

  /** One of the words stands between two offsets. */
  holds(from: number, to: number): boolean {
    this.read(from, to);
    const { offsets, words } = this;
    for (let at = this.search(from); at < offsets.length && (offsets[at] ?? to) < to; at++)
      if ((offsets[at] ?? 0) + (words[at]?.length ?? 0) <= to) return true;
    return false;
  }

  private read(from: number, to: number): void {
    const first = Math.max(0, from);
    if (first >= this.from && first <= this.to && to < this.to) return;
    const { all, at } = this.units;
    if (first < this.from || first > this.to) {
      // What lies between is of no interest.
      this.offsets.length = 1;
      this.words.length = 1;
      this.last = 1;
      this.next = at(first);
      this.from = all[this.next]?.start ?? 0;
      this.to = this.from;
    }
    for (let unit = all[this.next]; unit && this.to <= to; unit = all[++this.next]) {
      for (const said of this.saidBy(unit)) {
        this.offsets.push(unit.start + said.at);
        this.words.push(said.word);
      }
      this.to = unit.end;
    }
  }

  /** Number of the first word from an offset on. */
  private search(offset: number): number {
    const { offsets } = this;
    let low = 1;
    let high = offsets.length;
    if ((offsets[this.last - 1] ?? 0) < offset) {
      low = this.last;
      const near = Math.min(high, low + NEAR);
      while (low < near && (offsets[low] ?? 0) < offset) low++;
      if (low < near) high = low;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    this.last = low;
    return low;
  }
}
