import type { Candidate } from './candidates.ts';
import type { Meaning } from './code-index.ts';
import { isHttpStatus } from './form.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { stemsOf } from './stems.ts';

/** What every server says with these statuses: no evidence that a provider's code is meant. */
const PHRASES =
  /^(?:ok|created|accepted|bad request|unauthorized|payment required|forbidden|not found|method not allowed|request timeout|conflict|gone|unprocessable (?:entity|content)|too many requests|internal server error|bad gateway|service unavailable|gateway timeout)$/i;

export const isPhrase = (text: string): boolean => PHRASES.test(text.trim());

/** How much of a meaning's title stands right behind the code (`beside`) or somewhere around it (`near`), 0 to 1. */
export interface TitleMatch {
  beside: number;
  near: number;
}

const NONE: TitleMatch = { beside: 0, near: 0 };

/** Punctuation, marks, what became of it and the name of a sibling between a code and its title: `131047: `, `480 (Deprecated)`, `1006, "title": "`. */
const BETWEEN =
  /^(?:\s?[([](?:deprecated|obsolete|legacy|retired|obsoleto|obsoleta|descontinuado|déprécié|veraltet|устарел[оа]?)[)\]])?[^\p{L}\p{N}]{0,14}(?:(?:title|message|msg|reason|description|details?|name|text|error_?message|errorMessage|reason_en|statusMessage)(?:\\*["'`])?\s?[:=]>?[^\p{L}\p{N}]{1,6})?/iu;

/** What the titles of one scene's meanings are compared with, each made once. */
export interface TitleMemo {
  matches: Map<Meaning, TitleMatch>;
  beside: string | null;
  stems: ReadonlySet<number> | null;
}

/** How far from a code the words of its title count. */
const BEFORE = 90;
const AFTER = 120;

/** False where no title of the meanings can stand around: at a fraction of the cost of `matchTitle`. */
export function mayBeTitled({ meanings, start, end }: Candidate, reading: Reading): boolean {
  // The rest of the row is short, and read once.
  if (reading.context.nearby || start <= 4) return true;
  return reading.mayTell(meanings, start - BEFORE, end, end + AFTER);
}

export function matchTitle(meaning: Meaning, scene: Scene): TitleMatch {
  const { matches } = scene.titles;
  const known = matches.get(meaning);
  if (known) return known;
  const match = compare(meaning, scene);
  matches.set(meaning, match);
  return match;
}

function compare(meaning: Meaning, scene: Scene): TitleMatch {
  const { title } = meaning;
  if (title.length < 5 || title === meaning.code || (PHRASES.test(title) && isHttpStatus(meaning.code)))
    return NONE;
  const words = scene.reading.lexicon.titleStems(meaning);
  // A title of one common word (`Timeout`, `Unknown`) proves nothing, least of all beside a small number, but on its provider's console.
  const isOwn = scene.code.length >= 4 && meaning.provider === scene.reading.console?.provider;
  if (words.length === 0 || (words.length === 1 && !isOwn && !isTelling(title, scene.code))) return NONE;
  const here = stemsHere(scene);
  const row = scene.reading.nearby()?.stems();
  if (common(words, here) === 0 && !(row && common(words, row) > 0)) return NONE;
  const beside = besideOf(scene);
  if (folded(beside.slice(0, title.length)) === folded(title)) return { beside: 1, near: 1 };
  if (isBeginning(beside, title)) return { beside: 1, near: 1 };
  // Two words of a constant meet by chance: `sent 200 messages` is no EX_MESSAGE_SENT.
  if (words.length === 1 || (words.length === 2 && /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(title))) return NONE;
  const near = share(words, (word) => here.has(word) || (row?.has(word) ?? false));
  // What follows is part of what is near.
  if (near === 0) return NONE;
  const behind = stemsOf(beside.slice(0, title.length + 40));
  const after = share(words, (word) => behind.has(word));
  return { beside: after * 0.9, near: Math.max(after, near) };
}

/** `Invalid api_key` and `Invalid API key`, whichever dash. */
const folded = (text: string) => text.toLowerCase().replace(/[_–—-]/g, ' ');

/** One word says something where it is long, beside a small number only where it is a name: `AuthException`. */
function isTelling(title: string, code: string): boolean {
  return code.length < 3 ? title.length >= 9 && /[a-z][A-Z]/.test(title) : title.length >= 9;
}

/** The rest of the line is the beginning of the title: `368 – Temporarily blocked`. */
function isBeginning(beside: string, title: string): boolean {
  const line = (beside.split('\n', 1)[0] ?? '').trim().toLowerCase();
  return (
    line.length >= 12 &&
    line.includes(' ') &&
    title.toLowerCase().startsWith(line) &&
    !/\p{L}/u.test(title[line.length] ?? '')
  );
}

function share(words: readonly number[], present: (word: number) => boolean): number {
  const shared = words.filter(present).length;
  return shared < 2 ? 0 : shared / words.length;
}

function common(words: readonly number[], here: ReadonlySet<number>): number {
  let count = 0;
  for (const word of words) if (here.has(word)) count++;
  return count;
}

/** The text behind a code, without what may come between it and its title. */
function besideOf({ right, titles }: Scene): string {
  titles.beside ??= right.slice(BETWEEN.exec(right)?.[0].length ?? 0);
  return titles.beside;
}

function stemsHere({ start, end, reading, titles }: Scene): ReadonlySet<number> {
  if (!titles.stems) {
    const stems = reading.stemsWithin(start - BEFORE, start);
    for (const stem of reading.stemsWithin(end, end + AFTER)) stems.add(stem);
    const { label } = reading.context;
    if (start <= 4 && label) for (const stem of stemsOf(label.slice(-60))) stems.add(stem);
    titles.stems = stems;
  }
  return titles.stems;
}
