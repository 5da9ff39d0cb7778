import { goesBeyondAscii } from '../ascii.ts';
import { fileEdge } from './edges.ts';
import { folded, isGluing, isLetter } from './letters.ts';

/** Every list that is looked for, with the numbers of its words as soon as there is a vocabulary. */
interface List {
  words: readonly string[];
  exact: boolean;
  role: Role;
  has: Uint8Array;
}

/** Words that count where they stand right before a number, or right behind it. */
type Role = 'leads' | 'follows' | null;

const lists: List[] = [];
/** How many of them are in the tables. */
let filed = 0;

/** By number: the word as it is looked for, how much of it is its key, how it is to be compared. */
export const written: string[] = [];
export const keyLengths: number[] = [];
export const modes: number[] = [];
export const EXACT = 1;
export const GLUED = 2;
const numbers = new Map<string, number>();

/** Words by the hash of their leading letters: chains of numbers, one more than the number, 0 ends them. */
export const SIZE = 16384;
export const wholes = new Int32Array(SIZE);
export const openings = new Int32Array(SIZE);
export const next: number[] = [];
export const hashes: number[] = [];
/** Words that begin with no letter, and words that may stand inside others, by their first unit. */
export const byFirst = new Map<number, number[]>();
/** ASCII units that such a word begins with. */
export const firsts = new Uint8Array(0x80);
/** Longer runs of letters are no words. */
export const LONGEST = 40;
/** Numbers that a word begins or goes on with, apart from its letters: 24 of `24 hours`. */
const figures = new Set<string>();
let anyFigure: RegExp | null = null;

/**
 * Adds a list to what `readWords` finds. Costs nothing until a text is read.
 *
 * @param exact Capitals count: `Meta` is no `meta`.
 * @returns Tells whether a word that was found is one of the list.
 */
export function listed(words: readonly string[], exact = false, role: Role = null): (id: number) => boolean {
  const list: List = { words, exact, role, has: new Uint8Array(0) };
  lists.push(list);
  return (id) => list.has[id] === 1;
}

/** Tells whether a word is of a list that leads up to numbers. */
export function leading(): (id: number) => boolean {
  return (id) => lists.some(({ role, has }) => role === 'leads' && has[id] === 1);
}

/** Words beyond ASCII wait for a text that goes beyond it: many pages hold none. */
let waiting: { list: List; words: readonly string[] }[] = [];

/** How often something was filed: what was read before that is out of date. */
export let filings = 0;

/**
 * Files what was added since. To be called before anything is told of a text, so that this does not hang on the texts before it.
 *
 * @param beyond The text at hand, or what stands around it, goes beyond ASCII.
 */
export function fileLists(beyond: boolean): void {
  if (filed === lists.length && !(beyond && waiting.length > 0)) return;
  filings++;
  for (; filed < lists.length; filed++) {
    const list = lists[filed];
    if (!list) continue;
    const others = file(list, list.words, false);
    if (others.length > 0) waiting.push({ list, words: others });
  }
  if (!beyond) return;
  for (const { list, words } of waiting) file(list, words, true);
  waiting = [];
}

/** A run of digits may be the number of a word, such as 24 of `24 hours`. To be asked when all lists are filed. */
export function mayBeSaid(digits: string): boolean {
  for (const figure of figures) if (digits.startsWith(figure)) return true;
  return false;
}

/** The same of any run of digits in a text. */
export function maySayFigures(text: string): boolean {
  anyFigure ??= new RegExp(`(?<!\\d)(?:${[...figures].join('|') || '(?!)'})`);
  return anyFigure.test(text);
}

/** @returns The words that have to wait. */
function file(list: List, words: readonly string[], beyond: boolean): string[] {
  const { exact, role } = list;
  const waits: string[] = [];
  const ids: number[] = [];
  let last = 0;
  for (const word of words) {
    // Lists are made of each other: most words are known, and as they are written.
    let id = numbers.get(exact ? `=${word}` : word);
    if (id === undefined) {
      if (!beyond && goesBeyondAscii(word)) {
        waits.push(word);
        continue;
      }
      id = numberOf(word, exact, beyond);
    }
    ids.push(id);
    if (id > last) last = id;
    if (role) fileEdge(folded(word), role);
  }
  if (last >= list.has.length) {
    const wider = new Uint8Array(last + 1);
    wider.set(list.has);
    list.has = wider;
  }
  for (const id of ids) list.has[id] = 1;
  return waits;
}

function fileFigures(lower: string): void {
  for (const { 0: figure, index } of lower.matchAll(/\d+/g)) {
    const touches =
      isLetter(lower.charCodeAt(index - 1)) || isLetter(lower.charCodeAt(index + figure.length));
    if (touches) continue;
    figures.add(figure);
    anyFigure = null;
  }
}

function numberOf(word: string, exact: boolean, beyond: boolean): number {
  const lower = folded(word);
  const name = exact ? `=${word}` : lower;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const id = written.length;
  numbers.set(name, id);
  if (/\d/.test(lower)) fileFigures(lower);
  let length = 0;
  let hash = 0;
  let glued = false;
  for (let unit = lower.charCodeAt(0); isLetter(unit); unit = lower.charCodeAt(length)) {
    hash = (Math.imul(hash, 31) + unit) | 0;
    length++;
  }
  if (beyond) for (let at = 0; at < lower.length; at++) glued ||= isGluing(lower.charCodeAt(at));
  written.push(exact ? word : lower);
  keyLengths.push(length);
  modes.push((exact ? EXACT : 0) | (glued ? GLUED : 0));
  hashes.push(hash);
  next.push(0);
  if (glued || length === 0) {
    const first = lower.charCodeAt(0);
    if (first < 0x80) firsts[first] = 1;
    const others = byFirst.get(first);
    if (others) others.push(id);
    else byFirst.set(first, [id]);
  } else {
    const table = lower[length] === '*' ? openings : wholes;
    next[id] = table[hash & (SIZE - 1)] ?? 0;
    table[hash & (SIZE - 1)] = id + 1;
  }
  return id;
}
