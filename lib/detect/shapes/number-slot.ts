import { mixBits, type RecordNumber } from '../../structure/record-shape.ts';

const MAX_SAMPLE = 32;
/** From so many distinct numbers on, their share of codes says what they are. */
const MIN_NUMBERS = 12;
const MIN_CODE_SHARE = 0.5;
/** No template fails with so many different short codes. */
const MAX_COMMON_CODES = 40;

/** The numbers in one position of the records of a shape. */
export class NumberSlot {
  /**
   * True if they are no codes: prices, latencies, counters. A rare code among
   * them is judged nevertheless.
   */
  hasOtherNumbers = false;
  /** The distinct numbers with the lowest hashes, whatever the order of the records. */
  readonly #sample = new Map<number, boolean>();
  #highest = Number.POSITIVE_INFINITY;
  readonly #commonCodes = new Set<number>();

  /** @returns True if the number shows that the slot has other numbers. */
  add({ id, kind }: RecordNumber): boolean {
    if (this.hasOtherNumbers) return false;

    if (kind === 'common') this.#commonCodes.add(id);

    const isNew = this.#addToSample(mixBits(id), kind !== 'other');

    this.hasOtherNumbers =
      this.#commonCodes.size > MAX_COMMON_CODES ||
      (isNew && this.#hasFewCodes());

    return this.hasOtherNumbers;
  }

  #addToSample(hash: number, isCode: boolean): boolean {
    if (hash >= this.#highest || this.#sample.has(hash)) return false;

    this.#sample.set(hash, isCode);

    if (this.#sample.size > MAX_SAMPLE)
      this.#sample.delete(Math.max(...this.#sample.keys()));
    if (this.#sample.size === MAX_SAMPLE)
      this.#highest = Math.max(...this.#sample.keys());

    return true;
  }

  #hasFewCodes(): boolean {
    const { size } = this.#sample;

    if (size < MIN_NUMBERS) return false;

    let codes = 0;

    for (const isCode of this.#sample.values()) codes += Number(isCode);

    return codes < MIN_CODE_SHARE * size;
  }
}
