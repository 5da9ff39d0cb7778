import type { Said } from './line-sayings.ts';
import { Sums } from './sums.ts';
import type { Finder } from './topics.ts';
import type { Unit, Units } from './units.ts';

/** So many words are tried one by one. */
const NEAR = 8;

/**
 * The words that the units of a text say, one after the other, read as far as somebody asks. Mostly each question goes on where the one
 * before ended.
 */
export class Trail implements Finder {
  private readonly units: Units;
  private readonly saidBy: (unit: Unit) => readonly Said[];
  private readonly offsets: number[] = [];
  private readonly said: Said[] = [];
  private readonly sums = new Sums();
  /** Offsets between which all units were read, and the number of the first behind them. */
  private from = 0;
  private to = 0;
  private next = 0;
  /** Where the last search ended. */
  private last = 0;

  constructor(units: Units, saidBy: (unit: Unit) => readonly Said[]) {
    this.units = units;
    this.saidBy = saidBy;
  }

  nearest(offset: number, reach: number): string | null {
    this.read(offset - reach, offset + reach);
    const at = this.search(offset);
    const far = offset - (this.offsets[at - 1] ?? Number.NEGATIVE_INFINITY);
    const near = (this.offsets[at] ?? Number.POSITIVE_INFINITY) - offset;
    if (far > reach && near > reach) return null;
    return this.said[far <= near ? at - 1 : at]?.word ?? null;
  }

  within(offset: number, reach: number): ReadonlySet<string> {
    this.read(offset - reach, offset + reach);
    return this.sums.over(this.offsets, this.said, offset - reach, offset + reach);
  }

  /** One of the words stands between two offsets. */
  holds(from: number, to: number): boolean {
    this.read(from, to);
    for (let at = this.search(from); (this.offsets[at] ?? to) < to; at++)
      if ((this.offsets[at] ?? 0) + (this.said[at]?.word.length ?? 0) <= to) return true;
    return false;
  }

  private read(from: number, to: number): void {
    const { all, at } = this.units;
    const first = Math.max(0, from);
    if (first < this.from || first > this.to) {
      // What lies between is of no interest.
      this.offsets.length = 0;
      this.said.length = 0;
      this.sums.clear();
      this.last = 0;
      this.next = at(first);
      this.from = all[this.next]?.start ?? 0;
      this.to = this.from;
    }
    for (let unit = all[this.next]; unit && this.to <= to; unit = all[++this.next]) {
      for (const said of this.saidBy(unit)) {
        this.offsets.push(unit.start + said.at);
        this.said.push(said);
      }
      this.to = unit.end;
    }
  }

  /** Number of the first word from an offset on. */
  private search(offset: number): number {
    const { offsets } = this;
    let low = 0;
    let high = offsets.length;
    if ((offsets[this.last - 1] ?? -1) < offset) {
      low = this.last;
      const near = low + NEAR;
      while (low < near && (offsets[low] ?? offset) < offset) low++;
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
