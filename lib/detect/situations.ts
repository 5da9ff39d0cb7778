import type { Key } from './key.ts';
import { key, lineKey, type PieceIds } from './line-key.ts';
import type { Scene } from './scene.ts';
import { fold, units } from './situation.ts';
import type { Step } from './steps.ts';

/** One surrounding that was met: its windows, as `lineKey` or `fold` writes them. */
export interface Situation {
  hash: number;
  written: Int32Array;
  /** It is told by its lines. */
  byLines: boolean;
  /** No digit was taken for another. */
  same: boolean;
  /** What was searched for there. */
  searches: (Step | null)[];
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
  private readonly slots: (Situation | undefined)[] = Array.from({ length: SLOTS });
  private readonly seen = new Int32Array(SLOTS);
  private readonly places = new Map<string, number>();
  private readonly pieces: PieceIds = new Map();
  private readonly kept = new Map<string, unknown>();
  private size = 0;
  private written = 0;

  /** Nothing more should be kept in it. */
  get isFull(): boolean {
    return (
      this.size >= MOST ||
      this.written >= MOST_WRITTEN ||
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

  private met(written: Int32Array, length: number, same: boolean): Situation | null {
    let hash = 0;
    for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + (written[at] ?? 0)) | 0;
    hash ^= hash >>> 15;
    const first = hash & (SLOTS - 1);
    let slot = first;
    for (let known = this.slots[slot]; known; known = this.slots[slot]) {
      if (known.hash === hash && isMet(known.written, written, length)) return known;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.seen[first] !== hash) {
      this.seen[first] = hash;
      return null;
    }
    if (this.isFull) return null;
    const made: Situation = {
      hash,
      written: written.slice(0, length),
      byLines: written === key,
      same,
      searches: [null, null, null, null],
      key: undefined,
      named: null,
      question: undefined,
    };
    this.slots[slot] = made;
    this.size++;
    this.written += length;
    return made;
  }

  /** A number for the page, the heading, the label and the row that a scene stands under. */
  private placeOf({ reading, cell }: Scene): number {
    if (!cell) {
      reading.place ??= this.numberOf(contextOf(reading));
      return reading.place;
    }
    const { header, caption, label, leads } = cell;
    return this.numberOf(`${contextOf(reading)}\n${JSON.stringify([header, caption, label, leads])}`);
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

function isMet(known: Int32Array, written: Int32Array, length: number): boolean {
  if (known.length !== length) return false;
  for (let at = 0; at < length; at++) if (known[at] !== written[at]) return false;
  return true;
}

function contextOf({ context, text, nearby }: Scene['reading']): string {
  const { host, path, provider, header, label, asked } = context;
  const row = nearby()?.number;
  return JSON.stringify([host, path, provider, header, label, asked === true, row, text.length > 420]);
}
