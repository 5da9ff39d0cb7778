import { own } from './own.ts';
import type { Scene } from './scene.ts';
import { situationOf } from './situations.ts';
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
      traces.push({
        questions: shared(once(notes).map((note) => relative(note, scene.start))),
        found: shared(kept),
      });
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
  if (some === others) return true;
  if (some.size !== others.size) return false;
  for (const one of some) if (!others.has(one)) return false;
  return true;
}

/** What was kept already, by what it says: much the same is found and asked around different candidates. */
const kept = new Map<string, unknown>();
const MOST_KEPT = 4000;

function shared<Value>(value: Value): Value {
  const name = JSON.stringify(value, (_, part) => (part instanceof Set ? [...part].sort() : part));
  const known = kept.get(name) as Value | undefined;
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, value);
  return value;
}
