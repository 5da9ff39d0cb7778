import { shared } from './own.ts';
import type { Scene } from './scene.ts';
import type { Situation } from './situations.ts';
import type { Topic } from './topics.ts';

/** What was told: a word of the topic, the owner, the vendors, whether the shape stands there. */
type Answer = string | null | boolean | ReadonlySet<string>;

/**
 * What a rule asked of the text beyond the windows of its scene, and what it was told; of one form, as it is asked again for every
 * hit. `wide` cannot be asked again cheaply: what was found by it is not kept.
 */
export interface Question {
  ask: 'topic' | 'vendors' | 'owner' | 'shows' | 'wide';
  topic: Topic | null;
  shape: RegExp | null;
  from: number;
  /** How far around, or up to where. */
  to: number;
  answer: Answer;
}

export function question(
  ask: Question['ask'],
  answer: Answer,
  from = 0,
  to = 0,
  topic: Topic | null = null,
  shape: RegExp | null = null,
): Question {
  return { ask, topic, shape, from, to, answer };
}

/**
 * One step of a search that was made before: what it asks next, and where each answer leads; at its end what was found. The same
 * windows and the same answers so far lead to the same question, so that each is asked once. Steps are chained, not listed: thousands
 * are walked, and what is small stays near.
 */
export interface Step {
  before: Step | null;
  /** What the question of the step before was answered. */
  answer: Answer;
  /** The next answer to that question. */
  beside: Step | null;
  question: Question | null;
  /** Where the first of the answers leads. */
  first: Step | null;
  found: unknown;
  /** The search that is made behind this one, as soon as there is one. */
  behind: Step | null;
}

function stepFrom(before: Step | null, answer: Answer, beside: Step | null): Step {
  return { before, answer, beside, question: null, first: null, found: undefined, behind: null };
}

/** What is searched for; see `recalled`. Meanings are searched for behind the verdict, of which most questions are known then. */
export const SEARCHES = { verdict: 0, all: 1, against: 2, meanings: 3 } as const;
export type Search = (typeof SEARCHES)[keyof typeof SEARCHES];

/** Answers to one question that are told apart. */
const MOST_ANSWERS = 24;
/** What stands so near is in the window with all that belongs to it. */
const NEAR = 40;

/** Words of topics that rules only quote: whichever they are, the same rules hold. */
export type Quoted = Record<'whatsapp' | 'trade', string | null>;
const quoted: Quoted = { whatsapp: null, trade: null };

function isQuoted({ topic, from }: Question): boolean {
  return from === 0 && (topic === 'whatsapp' || topic === 'trade');
}

/** What is kept of a search. */
interface Keeping<Found> {
  /** Makes what was found fit to be kept: copied off the text. Null where it must not be. */
  keep(found: Found, scene: Scene): Found | null;
  /** The same with other words quoted. */
  quote(found: Found, words: Quoted): Found;
}

/**
 * What a search around a scene finds; looked for once where the same windows come again, as in logs, and the questions that it asked of
 * the text beyond them are answered the same.
 */
export function recalled<Found>(
  scene: Scene,
  search: Search,
  find: (scene: Scene) => Found,
  keeping: Keeping<Found>,
): Found {
  const { reading } = scene;
  if (scene.situation === undefined) scene.situation = reading.memory.situations.of(scene);
  const { situation } = scene;
  if (!situation || reading.notes) return find(scene);
  const first = firstOf(situation, search, scene);
  let step: Step | null = first;
  quoted.whatsapp = null;
  quoted.trade = null;
  while (step?.question) step = after(step, answerTo(step.question, scene));
  if (step && step.found !== undefined) {
    if (search === SEARCHES.verdict) scene.verdict = step;
    return quoted.whatsapp === null && quoted.trade === null
      ? (step.found as Found)
      : quoting(step, scene, keeping);
  }
  const notes: Question[] = [];
  reading.notes = notes;
  let found: Found;
  try {
    found = find(scene);
  } finally {
    reading.notes = null;
  }
  if (notes.every(({ ask }) => ask !== 'wide')) {
    const kept = keeping.keep(found, scene);
    if (kept !== null) note(first, notes, scene, kept);
  }
  return found;
}

/** What was found, with the words that are told now. */
function quoting<Found>(end: Step, scene: Scene, { keep, quote }: Keeping<Found>): Found {
  const { whatsapp, trade } = quoted;
  const step = after(end, whatsapp);
  const known = step && after(step, trade);
  if (known) return known.found as Found;
  const found = quote(end.found as Found, { whatsapp, trade });
  const kept = keep(found, scene);
  if (kept !== null) noteWords(end, quoted, kept);
  return found;
}

function noteWords(end: Step, { whatsapp, trade }: Quoted, found: unknown): void {
  const step = after(end, whatsapp) ?? add(end, whatsapp);
  if (step) {
    const last = add(step, trade);
    if (last) last.found = found;
  }
}

/** Null where too many are told apart. */
function add(step: Step, answer: Answer): Step | null {
  if (answersOf(step) >= MOST_ANSWERS) return null;
  step.first = stepFrom(step, typeof answer === 'string' ? shared(answer) : answer, step.first);
  return step.first;
}

function firstOf(situation: Situation, search: Search, { verdict }: Scene): Step {
  if (search === SEARCHES.meanings && verdict) {
    verdict.behind ??= stepFrom(verdict, null, null);
    return verdict.behind;
  }
  situation.searches[search] ??= stepFrom(null, null, null);
  return situation.searches[search];
}

function after(step: Step, answer: Answer): Step | null {
  for (let next = step.first; next; next = next.beside) if (next.answer === answer) return next;
  if (answer === null || typeof answer !== 'object') return null;
  for (let next = step.first; next; next = next.beside) {
    const known = next.answer;
    if (known !== null && typeof known === 'object' && areSame(known, answer)) return next;
  }
  return null;
}

function areSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (some.size !== others.size) return false;
  for (const one of some) if (!others.has(one)) return false;
  return true;
}

function answerTo(one: Question, scene: Scene): Answer {
  const { ask, topic, shape, from, to } = one;
  const { reading, start } = scene;
  if (topic) return told(one, reading.topicNear(topic, start + from, to));
  if (shape) return reading.shows(shape, start + from, start + to);
  return ask === 'vendors' ? reading.vendorsNear(start + from) : scene.owner;
}

/** The word, or only that there is one: then which one is noted in `quoted`. */
function told(one: Question, answer: Answer): Answer {
  if (typeof answer !== 'string' || !isQuoted(one)) return answer;
  quoted[one.topic as keyof Quoted] = answer;
  return true;
}

/** Keeps what was found where these questions were answered so. */
function note(first: Step, notes: readonly Question[], scene: Scene, found: unknown): void {
  let step = first;
  quoted.whatsapp = null;
  quoted.trade = null;
  for (const one of notes) {
    const asked = relative(one, scene.start);
    if (isAsked(asked, step) || isImplied(one, scene)) continue;
    step.question ??= asked;
    const answer = told(asked, one.answer);
    // Whoever asks something else here has looked at more than is known of.
    const next = isSame(step.question, asked) ? (after(step, answer) ?? add(step, answer)) : null;
    if (!next) return;
    step = next;
  }
  step.found = found;
  if (quoted.whatsapp !== null || quoted.trade !== null) noteWords(step, quoted, found);
}

/** Rules ask the same, one after the other. */
function isAsked(one: Question, step: Step): boolean {
  for (let { before } = step; before; { before } = before)
    if (before.question && isSame(before.question, one)) return true;
  return false;
}

/** Whoever knows the windows knows the answer: the word, or the shape, stands right beside, or the owner in the same line. */
function isImplied({ ask, topic, shape, from, to, answer }: Question, scene: Scene): boolean {
  const { reading, start, end } = scene;
  if (ask === 'owner') return Boolean(scene.spot?.owner?.name) && scene.situation?.byLines === true;
  if (answer === null || answer === false || to <= (topic ? NEAR : end + NEAR)) return false;
  if (topic) return from === start && reading.topicNear(topic, start, NEAR) === answer;
  return shape !== null && from < start - NEAR && reading.shows(shape, start - NEAR, end + NEAR);
}

function answersOf(step: Step): number {
  let count = 0;
  for (let next = step.first; next; next = next.beside) count++;
  return count;
}

function isSame(one: Question, other: Question): boolean {
  const { ask, topic, shape, from, to } = one;
  return (
    ask === other.ask &&
    topic === other.topic &&
    shape === other.shape &&
    from === other.from &&
    to === other.to
  );
}

const met: Question[] = [];
const MOST_MET = 64;

/** The question with offsets from the candidate on; one for all who ask it. */
function relative({ ask, topic, shape, from, to }: Question, start: number): Question {
  const one =
    ask === 'owner'
      ? question(ask, null)
      : question(ask, null, from - start, shape ? to - start : to, topic, shape);
  const known = met.find((other) => isSame(one, other));
  if (known) return known;
  if (met.length < MOST_MET) met.push(one);
  return one;
}
