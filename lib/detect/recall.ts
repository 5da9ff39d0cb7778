import type { Lexicon } from './lexicon.ts';
import { own } from './own.ts';
import type { Scene } from './scene.ts';
import { situationOf } from './situations.ts';
import type { Topic } from './topics.ts';

/**
 * What a rule asked of the text beyond the windows of its scene, and what it was told; of one shape, as they are asked again for every
 * hit. `wide` cannot be asked again cheaply: what was found by it is not kept.
 */
export interface Question {
  ask: 'topic' | 'vendors' | 'owner' | 'wide';
  topic: Topic | null;
  offset: number;
  reach: number;
  /** A word of the topic, or the owner. */
  word: string | null;
  vendors: ReadonlySet<string> | null;
}

export function question(ask: Question['ask'], told: Partial<Question> = {}): Question {
  const { topic = null, offset = 0, reach = 0, word = null, vendors = null } = told;
  return { ask, topic, offset, reach, word, vendors };
}

/** What was found where these questions were answered so. */
export interface Trace<Found> {
  questions: readonly Question[];
  found: Found;
}

/** What is searched for; see `recalled`. */
export const SEARCHES = { verdict: 0, all: 1, against: 2, meanings: 3, graph: 4, onprem: 5 } as const;
export type Search = (typeof SEARCHES)[keyof typeof SEARCHES];

const MOST_TRACES = 12;

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
  let traces = situation.traces[search] as Trace<Found>[] | null | undefined;
  if (!traces) {
    traces = [];
    situation.traces[search] = traces;
  }
  for (let i = 0; i < traces.length; i++) {
    const trace = traces[i];
    if (trace && answersHold(trace.questions, scene)) return trace.found;
  }
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
      traces.push({
        questions: shared(
          once(notes).map((note) => relative(note, scene.start)),
          reading.lexicon,
        ),
        found: shared(kept, reading.lexicon),
      });
  }
  return found;
}

function answersHold(questions: readonly Question[], scene: Scene): boolean {
  const { reading, start } = scene;
  for (let i = 0; i < questions.length; i++) {
    const one = questions[i];
    if (one?.topic) {
      if (reading.topicNear(one.topic, start + one.offset, one.reach) !== one.word) return false;
    } else if (one?.vendors) {
      if (!areSame(reading.vendorsNear(start + one.offset), one.vendors)) return false;
    } else if (one?.ask === 'owner' && scene.owner !== one.word) return false;
  }
  return true;
}

/** Rules ask the same, one after the other. */
function once(notes: readonly Question[]): Question[] {
  return notes.filter((note, at) => notes.findIndex((other) => isSame(note, other)) === at);
}

function isSame(one: Question, other: Question): boolean {
  const { ask, topic, offset, reach } = one;
  return ask === other.ask && topic === other.topic && offset === other.offset && reach === other.reach;
}

/** Offsets from the candidate on, and nothing of the text. */
function relative(one: Question, start: number): Question {
  const offset = one.ask === 'owner' ? 0 : one.offset - start;
  return { ...one, offset, word: one.word && own(one.word) };
}

function areSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (some === others) return true;
  if (some.size !== others.size) return false;
  for (const one of some) if (!others.has(one)) return false;
  return true;
}

/** What was kept already, by what it says: much the same is found and asked around different candidates. */
const memories = new WeakMap<Lexicon, Map<string, unknown>>();
const MOST_KEPT = 4000;

function shared<Value>(value: Value, lexicon: Lexicon): Value {
  let kept = memories.get(lexicon);
  if (!kept) {
    kept = new Map();
    memories.set(lexicon, kept);
  }
  const name = JSON.stringify(value, (_, part) => (part instanceof Set ? [...part].sort() : part));
  const known = kept.get(name) as Value | undefined;
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, value);
  return value;
}
