import { type Answer, isSame, type Question, relative } from './question.ts';
import type { Scene } from './scene.ts';
import { LEFT, RIGHT } from './situation.ts';
import type { Situation } from './situations.ts';
import { NO_STEP, type Steps } from './steps.ts';
import { REACH } from './topics.ts';

/** What is searched for; see `recalled`. Meanings are searched for behind the verdict, of which most questions are known then. */
export type Search = 'verdict' | 'all' | 'against' | 'meanings';

/** A word that begins so near is in the windows with all that belongs to it. */
const NEAR = 60;

/** Words of topics that rules only quote: whichever they are, the same rules hold. */
export type Quoted = Record<'whatsapp' | 'trade', string | null>;
const quoted: Quoted = { whatsapp: null, trade: null };

const isQuoted = ({ of, from }: Question) => from === 0 && (of === 'whatsapp' || of === 'trade');

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
  const { reading, start } = scene;
  const from = start + one.from;
  if (one.ask === 'topic') return told(one, reading.topicNear(one.of, from, one.to));
  if (one.ask === 'named') return reading.isNamed(one.of, from);
  if (one.ask === 'shows') return reading.shows(one.of, from, start + one.to);
  return scene.owner;
}

/** The word, or only that there is one: then which one is noted in `quoted`. */
function told(one: Question, answer: Answer): Answer {
  if (typeof answer !== 'string' || !isQuoted(one)) return answer;
  if (one.of === 'whatsapp' && one.to === REACH.whatsapp) quoted.whatsapp = answer;
  else if (one.of === 'trade' && one.to === REACH.trade) quoted.trade = answer;
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
    steps.ask(step, asked);
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
function isImplied({ ask, of, from, to, answer }: Question, scene: Scene): boolean {
  const { reading, start, end } = scene;
  if (ask === 'owner') return Boolean(scene.spot?.owner?.name) && scene.situation?.byLines === true;
  if (ask === 'topic' && from === start && to <= NEAR) return true;
  if (answer === null || answer === false) return false;
  // A row that has the word may stand beside a text that has another one, farther off.
  if (ask === 'topic')
    return from === start && reading.topicNear(of, start, NEAR) === answer && isNear(String(answer), scene);
  if (ask === 'named') return from === start && reading.isNamed(of, start, NEAR);
  return (
    ask === 'shows' &&
    from <= start - LEFT &&
    to >= end + RIGHT &&
    reading.shows(of, start - LEFT, end + RIGHT)
  );
}

function isNear(word: string, { reading, start }: Scene): boolean {
  return reading.text.slice(Math.max(0, start - NEAR), start + NEAR + word.length).includes(word);
}
