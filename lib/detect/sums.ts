import type { Said } from './line-sayings.ts';
import { bitOf, setOf } from './word-sets.ts';

/** What the words between two offsets say together. Mostly asked of later ones each time, of which few are new. */
export class Sums {
  /** Numbers of the first of the words and of the first behind them. */
  private first = 0;
  private next = 0;
  private from = 0;
  private to = 0;
  private mask = 0;
  /** How many words have no bit. */
  private others = 0;
  private readonly counts = new Uint16Array(32);

  clear(): void {
    this.first = 0;
    this.next = 0;
    this.mask = 0;
    this.others = 0;
    this.counts.fill(0);
  }

  /** @param offsets Of all words, in order. */
  over(offsets: readonly number[], said: readonly Said[], from: number, to: number): ReadonlySet<string> {
    if (from < this.from || to < this.to) this.clear();
    this.from = from;
    this.to = to;
    for (; (offsets[this.next] ?? Number.POSITIVE_INFINITY) <= to; this.next++) this.add(said[this.next], 1);
    for (; this.first < this.next && (offsets[this.first] ?? 0) < from; this.first++)
      this.add(said[this.first], -1);
    const known = setOf(this.mask);
    if (this.others === 0) return known;
    const rare = said.slice(this.first, this.next).filter(({ bit }) => bit === 0);
    return new Set([...known, ...rare.map(({ word }) => word)]);
  }

  private add(said: Said | undefined, by: number): void {
    if (!said) return;
    if (said.bit < 0) said.bit = bitOf(said.word);
    const { bit } = said;
    const place = 31 - Math.clz32(bit);
    if (bit === 0) this.others += by;
    const count = (this.counts[place] ?? 0) + by;
    this.counts[place] = count;
    if (count === 0) this.mask &= ~bit;
    else this.mask |= bit;
  }
}
