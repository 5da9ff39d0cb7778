import { getOrInsert } from '../../core/get-or-insert.ts';
import { type RecordNumber, WideHash } from '../../structure/record-shape.ts';
import type { Hit } from '../hit.ts';
import { NumberSlot } from './number-slot.ts';

/** Returns a copy that does not keep the chunk in memory that it is a part of. */
export const detachText = (text: string): string =>
  JSON.parse(JSON.stringify(text));

/** A record that shows what its kind is like. */
export interface RecordSample {
  hash: number;
  text: string;
  numbers: readonly RecordNumber[];
}

/** A hit in the first sample of a kind, and the position of its number in `RecordSample.numbers`; -1 for a word. */
export interface ShapeHit {
  hit: Hit;
  slot: number;
}

export const MAX_SAMPLES = 3;

/** The records of a shape with the same numbers, apart from those that are no codes. */
export class RecordKind {
  readonly shape: Shape;
  count = 0;
  /** The records with the lowest hashes, whatever their order. */
  readonly samples: RecordSample[] = [];
  /** Null until it is judged. */
  hits: readonly ShapeHit[] | null = null;
  /** The kind that it became a part of, when a number turned out to be no code. */
  mergedInto: RecordKind | null = null;

  constructor(shape: Shape) {
    this.shape = shape;
  }

  /** @returns True if the record is one of the samples now. */
  addSample(sample: RecordSample): boolean {
    const { samples } = this;
    const last = samples[MAX_SAMPLES - 1];

    if (last && sample.hash >= last.hash) return false;
    if (samples.some(({ hash }) => hash === sample.hash)) return false;

    samples.push({ ...sample, text: detachText(sample.text) });
    samples.sort((a, b) => a.hash - b.hash);
    samples.length = Math.min(samples.length, MAX_SAMPLES);

    return true;
  }
}

/** The records that differ only in numbers and ids. */
export class Shape {
  readonly group: ShapeGroup;
  kinds = new Map<number, RecordKind>();
  readonly #slots: NumberSlot[] = [];

  constructor(group: ShapeGroup) {
    this.group = group;
    group.shapes.push(this);
  }

  /** Returns the kind of a record. */
  addNumbers(numbers: readonly RecordNumber[]): RecordKind {
    let hasChanged = false;

    for (let at = 0; at < numbers.length; at++) {
      if (at === this.#slots.length) this.#slots.push(new NumberSlot());

      if (this.#slots[at]?.add(numbers[at] as RecordNumber)) hasChanged = true;
    }

    if (hasChanged) this.#mergeKinds();

    return this.#findKind(numbers);
  }

  /** Returns false for a number that does not distinguish records. */
  mayBeCode({ kind }: RecordNumber, slot: number): boolean {
    if (this.#slots[slot]?.hasOtherNumbers) return kind === 'rare';

    return kind !== 'other';
  }

  #findKind(numbers: readonly RecordNumber[]): RecordKind {
    hash.reset();

    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as RecordNumber;

      hash.add(this.mayBeCode(number, at) ? number.id : 0);
    }

    return getOrInsert(this.kinds, hash.value, () => new RecordKind(this));
  }

  #mergeKinds(): void {
    const old = this.kinds;

    this.kinds = new Map();

    for (const kind of old.values()) {
      const into = this.#findKind(kind.samples[0]?.numbers ?? []);

      into.count += kind.count;
      kind.mergedInto = into;
      for (const sample of kind.samples) into.addSample(sample);
    }

    this.group.needsVerdict = true;
  }
}

const hash = new WideHash();

/**
 * The shapes with the same fields and the same outcome, such as the rows of a
 * table: they are evidence for each other.
 */
export class ShapeGroup {
  readonly shapes: Shape[] = [];
  needsVerdict = false;

  getKinds(): RecordKind[] {
    return this.shapes.flatMap((shape) => [...shape.kinds.values()]);
  }
}

export function findCurrentKind(kind: RecordKind): RecordKind {
  let current = kind;

  while (current.mergedInto) current = current.mergedInto;

  return current;
}
