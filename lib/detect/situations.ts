import type { Key } from './key.ts';
import { key, lineKey, type PieceIds } from './line-key.ts';
import type { Search } from './recall.ts';
import type { Scene } from './scene.ts';
import { fold, units } from './situation.ts';
import { NO_STEP, Steps } from './steps.ts';

/** One surrounding that was met, and the steps with which the searches there begin. */
export interface Situation extends Record<Search, number> {
  /** It is told by its lines. */
  byLines: boolean;
  /** No digit was taken for another. */
  same: boolean;
  /** The key before the candidate, as soon as it was read. */
  key: Key | null | undefined;
  /** A name stands in front of the number; see `names.ts`. Null as long as nobody asked. */
  named: boolean | null;
  /** What is asked of the number, as soon as it was read; see `questions.ts`. */
  question: string | null | undefined;
}

/** More are not kept: a few megabytes. */
const MOST = 8000;
const MOST_WRITTEN = 1_000_000;
const MOST_PIECES = 4000;
const MOST_PLACES = 4000;
const MOST_KEPT = 4000;
const SLOTS = 16_384;

let lastPlace = 0;

/** The surroundings that were met with one index. One that comes for the second time is kept. */
export class Situations {
  readonly steps = new Steps();
  private readonly all: Situation[] = [];
  /** Hash and place in `written`, for each slot; 0 where it is empty. */
  private readonly slots = new Int32Array(2 * SLOTS);
  /** For each one its number, how long its windows are, and these as `lineKey` or `fold` writes them. */
  private written = new Int32Array(8192);
  private end = 1;
  private readonly seen = new Int32Array(SLOTS);
  private readonly places = new Map<string, number>();
  private readonly pieces: PieceIds = new Map();
  private readonly kept = new Map<string, unknown>();

  /** Nothing more should be kept in it. */
  get isFull(): boolean {
    return (
      this.all.length >= MOST ||
      this.end >= MOST_WRITTEN ||
      this.pieces.size >= MOST_PIECES ||
      this.places.size >= MOST_PLACES
    );
  }

  /** The surrounding of a scene, if it was met before; null where it was not, or is no good for that. */
  of(scene: Scene): Situation | null {
    const { reading, plainFacts: facts, meanings } = scene;
    const row = reading.nearby();
    if (row?.number === 0) return null;
    const place = this.placeOf(scene);
    const all = meanings.length > 0 && reading.lexicon.holdFigures(meanings, scene.kind);
    const known = reading.lines && !all ? lineKey(scene, reading.text, reading.lines, this.pieces) : 0;
    if (known > 0) {
      key[0] = -1;
      key[1] = facts;
      key[2] = place;
      key[3] = 0;
      return this.met(key, known, false);
    }
    const length = fold(reading.text, scene.start, scene.end, all);
    if (length === 0) return null;
    units[3] = facts;
    units[4] = place;
    return this.met(units, length, units[2] === 0);
  }

  /** What was kept already under this name: much the same is found around different candidates. */
  shared<Value>(name: string, value: Value): Value {
    const known = this.kept.get(name) as Value | undefined;
    if (known !== undefined) return known;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(name, value);
    return value;
  }

  private met(windows: Int32Array, length: number, same: boolean): Situation | null {
    const { slots } = this;
    let hash = 0;
    for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + (windows[at] ?? 0)) | 0;
    hash ^= hash >>> 15;
    const first = hash & (SLOTS - 1);
    let slot = first;
    for (let place = slots[2 * slot + 1]; place; place = slots[2 * slot + 1]) {
      if (slots[2 * slot] === hash && this.isMet(place, windows, length))
        return this.all[this.written[place] ?? 0] ?? null;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.seen[first] !== hash) {
      this.seen[first] = hash;
      return null;
    }
    if (this.isFull) return null;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = this.write(windows, length);
    const made: Situation = {
      byLines: windows === key,
      same,
      verdict: NO_STEP,
      all: NO_STEP,
      against: NO_STEP,
      meanings: NO_STEP,
      key: undefined,
      named: null,
      question: undefined,
    };
    this.all.push(made);
    return made;
  }

  private isMet(place: number, windows: Int32Array, length: number): boolean {
    const { written } = this;
    if (written[place + 1] !== length) return false;
    for (let at = 0; at < length; at++) if (written[place + 2 + at] !== windows[at]) return false;
    return true;
  }

  private write(windows: Int32Array, length: number): number {
    const place = this.end;
    this.end += length + 2;
    if (this.end > this.written.length) {
      const { written } = this;
      this.written = new Int32Array(2 * written.length);
      this.written.set(written);
    }
    this.written[place] = this.all.length;
    this.written[place + 1] = length;
    this.written.set(windows.subarray(0, length), place + 2);
    return place;
  }

  /** A number for the page, the heading, the label and the row that a scene stands under. */
  private placeOf({ reading, cell }: Scene): number {
    if (!cell) {
      reading.place ??= this.numberOf(contextOf(reading));
      return reading.place;
    }
    const { header, caption, label, leads, others } = cell;
    return this.numberOf(`${contextOf(reading)}\n${JSON.stringify([header, caption, label, leads, others])}`);
  }

  private numberOf(name: string): number {
    let number = this.places.get(name);
    if (number === undefined) {
      number = ++lastPlace;
      this.places.set(name, number);
    }
    return number;
  }
}

function contextOf({ context, text, nearby }: Scene['reading']): string {
  const { host, path, provider, header, label, asked } = context;
  const row = nearby()?.number;
  return JSON.stringify([host, path, provider, header, label, asked === true, row, text.length > 420]);
}
