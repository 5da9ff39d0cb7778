import { type Answer, isSame, type Question, relative } from './question.ts';
import type { Scene } from './scene.ts';
import type { Situation } from './situations.ts';
import { NO_STEP, type Steps } from './steps.ts';

/** What is searched for; see `recalled`. Meanings are searched for behind the verdict, of which most questions are known then. */
export type Search = 'verdict' | 'all' | 'against' | 'meanings';

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
  /** The same with these words quoted. */
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
  const { situations } = reading.memory;
  if (scene.situation === undefined) scene.situation = situations.of(scene);
  if (!scene.situation || reading.notes) return find(scene);
  const { steps } = situations;
  const first = firstOf(scene.situation, search, scene, steps);
  let step = first;
  quoted.whatsapp = null;
  quoted.trade = null;
  for (let asked = steps.question(step); asked; asked = steps.question(step))
    step = steps.after(step, answerTo(asked, scene));
  const known = steps.foundAt(step);
  if (known !== undefined) {
    if (search === 'verdict') scene.verdict = step;
    return inWords(known as Found, quoted, keeping);
  }
  const notes: Question[] = [];
  reading.notes = notes;
  let found: Found;
  try {
    found = find(scene);
  } finally {
    reading.notes = null;
  }
  const end = notes.every(({ ask }) => ask !== 'wide') ? stepBehind(first, notes, scene, steps) : NO_STEP;
  if (end !== NO_STEP) {
    const blank = { whatsapp: quoted.whatsapp && '', trade: quoted.trade && '' };
    const kept = keeping.keep(inWords(found, blank, keeping), scene);
    if (kept !== null) steps.find(end, kept);
  }
  return found;
}

function inWords<Found>(found: Found, words: Quoted, { quote }: Keeping<Found>): Found {
  return words.whatsapp === null && words.trade === null ? found : quote(found, words);
}

function firstOf(situation: Situation, search: Search, { verdict }: Scene, steps: Steps): number {
  if (search === 'meanings' && verdict !== NO_STEP) return steps.beginBehind(verdict);
  situation[search] ||= steps.begin();
  return situation[search];
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

/** Where these questions lead, answered so; the words that are quoted are noted in `quoted`. None where too much is told apart. */
function stepBehind(first: number, notes: readonly Question[], scene: Scene, steps: Steps): number {
  let step = first;
  quoted.whatsapp = null;
  quoted.trade = null;
  for (const one of notes) {
    const asked = relative(one, scene.start);
    // Rules ask the same, one after the other.
    if (steps.isAsked(step, (other) => isSame(other, asked)) || isImplied(one, scene)) continue;
    if (!steps.question(step)) steps.ask(step, asked);
    const answer = told(asked, one.answer);
    const here = steps.question(step);
    // Whoever asks something else here has looked at more than is known of.
    const isNext = here !== null && isSame(here, asked);
    step = isNext ? steps.after(step, answer) || steps.add(step, answer) : NO_STEP;
    if (step === NO_STEP) return NO_STEP;
  }
  return step;
}

/** Whoever knows the windows knows the answer: the word, or the shape, stands right beside, or the owner in the same line. */
function isImplied({ ask, topic, shape, from, to, answer }: Question, scene: Scene): boolean {
  const { reading, start, end } = scene;
  if (ask === 'owner') return Boolean(scene.spot?.owner?.name) && scene.situation?.byLines === true;
  if (answer === null || answer === false || to <= (topic ? NEAR : end + NEAR)) return false;
  if (topic) return from === start && reading.topicNear(topic, start, NEAR) === answer;
  return shape !== null && from < start - NEAR && reading.shows(shape, start - NEAR, end + NEAR);
}
