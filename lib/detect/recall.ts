import type { Key } from './key.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { fold, units } from './situation.ts';
import type { Topic } from './topics.ts';

/**
 * What a rule asked of the text beyond the windows of its scene, and what it was told. `wide` cannot be asked again cheaply: what
 * was found by it is not kept.
 */
export type Question =
  | { ask: 'topic'; topic: Topic; offset: number; reach: number; answer: string | null }
  | { ask: 'vendors'; offset: number; answer: ReadonlySet<string> }
  | { ask: 'owner'; answer: string | null }
  | { ask: 'wide' };

/** What was found where these questions were answered so. */
interface Trace<Found> {
  questions: readonly Question[];
  found: Found;
}

/** One surrounding that was met: its windows, as `fold` writes them. */
export interface Situation {
  units: Uint16Array;
  traces: Trace<unknown>[][];
  /** The key before the candidate, as soon as it was read. */
  key: Key | null | undefined;
}

interface Memory {
  byHash: Map<number, Situation[]>;
  size: number;
  places: Map<string, number>;
}

/** What is searched for; see `recalled`. */
export const SEARCHES = { verdict: 0, all: 1, against: 2, meanings: 3, graph: 4, onprem: 5 } as const;
export type Search = (typeof SEARCHES)[keyof typeof SEARCHES];

/** More are not kept: a few megabytes. */
const MOST = 4000;
const MOST_TRACES = 12;

const memories = new WeakMap<Lexicon, Memory>();
let lastPlace = 0;

/**
 * What a search around a scene finds; looked for once where the same windows come again, as in logs, and the questions that it asked of
 * the text beyond them are answered the same.
 *
 * @param keep Makes what was found fit to be kept: copied off the text. Null where it must not be.
 */
export function recalled<Found>(
  scene: Scene,
  search: Search,
  find: () => Found,
  keep: (found: Found) => Found | null,
): Found {
  if (scene.situation === undefined) scene.situation = situationOf(scene);
  const { situation, reading } = scene;
  if (!situation || reading.notes) return find();
  situation.traces[search] ??= [];
  const traces = situation.traces[search] as Trace<Found>[];
  for (const { questions, found } of traces) if (answersHold(questions, scene)) return found;
  const notes: Question[] = [];
  reading.notes = notes;
  let found: Found;
  try {
    found = find();
  } finally {
    reading.notes = null;
  }
  if (traces.length < MOST_TRACES && notes.every(({ ask }) => ask !== 'wide')) {
    const kept = keep(found);
    if (kept !== null)
      traces.push({ questions: once(notes).map((note) => relative(note, scene.start)), found: kept });
  }
  return found;
}

function answersHold(questions: readonly Question[], scene: Scene): boolean {
  const { reading, start } = scene;
  for (const question of questions) {
    if (question.ask === 'topic') {
      const { topic, offset, reach, answer } = question;
      if (reading.topicNear(topic, start + offset, reach) !== answer) return false;
    } else if (question.ask === 'vendors') {
      if (!areSame(reading.vendorsNear(start + question.offset), question.answer)) return false;
    } else if (question.ask === 'owner' && scene.owner !== question.answer) return false;
  }
  return true;
}

/** Rules ask the same, one after the other. */
function once(notes: readonly Question[]): Question[] {
  return notes.filter((note, at) => notes.findIndex((other) => isSame(note, other)) === at);
}

function isSame(one: Question, other: Question): boolean {
  if (one.ask === 'topic' && other.ask === 'topic')
    return one.topic === other.topic && one.offset === other.offset && one.reach === other.reach;
  if (one.ask === 'vendors' && other.ask === 'vendors') return one.offset === other.offset;
  return one.ask === other.ask;
}

function relative(question: Question, start: number): Question {
  if (question.ask === 'owner') return { ...question, answer: question.answer && own(question.answer) };
  if (question.ask === 'vendors') return { ...question, offset: question.offset - start };
  if (question.ask !== 'topic') return question;
  return { ...question, offset: question.offset - start, answer: question.answer && own(question.answer) };
}

function areSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (some.size !== others.size) return false;
  for (const one of some) if (!others.has(one)) return false;
  return true;
}

/** A copy: a piece of a text would keep the whole text in memory. */
export function own(text: string): string {
  if (text.length < 13) return text;
  return String.fromCharCode(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}

function situationOf(scene: Scene): Situation | null {
  const { reading, facts } = scene;
  const row = reading.nearby();
  if (row?.number === 0) return null;
  const length = fold(reading.text, scene.start, scene.end);
  if (length === 0) return null;
  let memory = memories.get(reading.lexicon);
  if (!memory || memory.size >= MOST) {
    memory = { byHash: new Map(), size: 0, places: new Map() };
    memories.set(reading.lexicon, memory);
  }
  const place = placeOf(scene, memory);
  units[3] = facts & 0xffff;
  units[4] = facts >>> 16;
  units[5] = place & 0xffff;
  units[6] = place >>> 16;
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + (units[at] ?? 0)) | 0;
  let bucket = memory.byHash.get(hash);
  if (!bucket) {
    bucket = [];
    memory.byHash.set(hash, bucket);
  }
  for (const known of bucket) if (isMet(known.units, length)) return known;
  const made: Situation = { units: units.slice(0, length), traces: [], key: undefined };
  bucket.push(made);
  memory.size++;
  return made;
}

function isMet(known: Uint16Array, length: number): boolean {
  if (known.length !== length) return false;
  for (let at = 0; at < length; at++) if (known[at] !== units[at]) return false;
  return true;
}

/** A number for the page, the heading, the label and the row that a scene stands under. */
function placeOf(scene: Scene, memory: Memory): number {
  const { cell, reading } = scene;
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
