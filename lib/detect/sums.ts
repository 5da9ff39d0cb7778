import type { Said } from './line-finder.ts';

/** What the units between two numbers say together. Mostly asked of later ones each time, of which some are new. */
export class Sums {
  private from = 0;
  to = 0;
  mask = 0;
  /** Units with words that have no bit. */
  others = 0;
  private readonly counts = new Uint16Array(32);

  slide(from: number, to: number, saidAt: (number: number) => Said): void {
    if (from < this.from || from > this.to || to < this.to) {
      this.counts.fill(0);
      this.mask = 0;
      this.others = 0;
      this.from = from;
      this.to = from;
    }
    for (; this.to < to; this.to++) this.add(saidAt(this.to), 1);
    for (; this.from < from && this.from < this.to; this.from++) this.add(saidAt(this.from), -1);
    this.from = from;
  }

  private add({ mask }: Said, by: number): void {
    if (mask < 0) this.others += by;
    for (let rest = Math.max(0, mask); rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      const count = (this.counts[place] ?? 0) + by;
      this.counts[place] = count;
      if (count === 0) this.mask &= ~(1 << place);
      else this.mask |= 1 << place;
    }
  }
}
