import type { Key } from './key.ts';
import type { Lexicon } from './lexicon.ts';
import { key, lineKey, noPieces, type Pieces } from './line-key.ts';
import type { Reading } from './reading.ts';
import type { Trace } from './recall.ts';
import type { Scene } from './scene.ts';
import { fold, units } from './situation.ts';

/** One surrounding that was met: its windows, as `lineKey` or `fold` writes them. */
export interface Situation {
  written: Int32Array;
  /** No digit was taken for another. */
  same: boolean;
  traces: (Trace<unknown>[] | null)[];
  /** The key before the candidate, as soon as it was read. */
  key: Key | null | undefined;
}

interface Memory {
  byHash: Map<number, Situation[]>;
  size: number;
  /** Numbers in all that are written. */
  written: number;
  places: Map<string, number>;
  pieces: Pieces;
}

/** More are not kept: a few megabytes. */
const MOST = 8000;
const MOST_WRITTEN = 1_000_000;
const MOST_PIECES = 4000;

const memories = new WeakMap<Lexicon, Memory>();
let lastPlace = 0;

/** The surrounding of a scene as it was met before, or made for it; null where it is no good for that. */
export function situationOf(scene: Scene): Situation | null {
  const { reading, facts } = scene;
  const row = reading.nearby();
  if (row?.number === 0) return null;
  const memory = memoryOf(reading.lexicon);
  const place = placeOf(scene, memory);
  const known = reading.lines ? lineKey(scene, reading.text, reading.lines, memory.pieces) : 0;
  if (known > 0) {
    key[0] = -1;
    key[1] = facts;
    key[2] = place;
    key[3] = 0;
    return met(key, known, false, memory);
  }
  const length = fold(reading.text, scene.start, scene.end);
  if (length === 0) return null;
  units[3] = facts;
  units[4] = place;
  return met(units, length, units[2] === 0, memory);
}

function memoryOf(lexicon: Lexicon): Memory {
  let memory = memories.get(lexicon);
  const isFull = memory && (memory.size >= MOST || memory.written >= MOST_WRITTEN);
  if (!memory || isFull || memory.pieces.of.size + memory.pieces.reaches.size >= MOST_PIECES) {
    memory = { byHash: new Map(), size: 0, written: 0, places: new Map(), pieces: noPieces() };
    memories.set(lexicon, memory);
  }
  return memory;
}

function met(written: Int32Array, length: number, same: boolean, memory: Memory): Situation {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + (written[at] ?? 0)) | 0;
  // Small, as a map is quicker with small numbers.
  hash = (hash ^ (hash >>> 15)) & 0xfff_ffff;
  let bucket = memory.byHash.get(hash);
  if (!bucket) {
    bucket = [];
    memory.byHash.set(hash, bucket);
  }
  for (const known of bucket) if (isMet(known.written, written, length)) return known;
  const made: Situation = {
    written: written.slice(0, length),
    same,
    traces: [null, null, null, null, null, null],
    key: undefined,
  };
  bucket.push(made);
  memory.size++;
  memory.written += length;
  return made;
}

function isMet(known: Int32Array, written: Int32Array, length: number): boolean {
  if (known.length !== length) return false;
  for (let at = 0; at < length; at++) if (known[at] !== written[at]) return false;
  return true;
}

/** A number for the page, the heading, the label and the row that a scene stands under. */
function placeOf(scene: Scene, memory: Memory): number {
  const { reading, cell } = scene;
  if (!cell) {
    reading.place ??= numberOf(contextOf(reading), memory);
    return reading.place;
  }
  const { header, caption, label, leads } = cell;
  return numberOf(`${contextOf(reading)}\n${JSON.stringify([header, caption, label, leads])}`, memory);
}

function contextOf({ context, text, nearby }: Reading): string {
  const { host, path, provider, header, label, asked } = context;
  const row = nearby()?.number;
  return JSON.stringify([host, path, provider, header, label, asked === true, row, text.length > 420]);
}

function numberOf(name: string, { places }: Memory): number {
  let number = places.get(name);
  if (number === undefined) {
    number = ++lastPlace;
    places.set(name, number);
  }
  return number;
}
