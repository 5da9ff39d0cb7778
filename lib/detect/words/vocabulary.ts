import { folded, isGluing, isLetter } from './letters.ts';

/** A word of some list in a text. */
export interface Said {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Number of the word in the vocabulary. */
  id: number;
}

/** Every list that is looked for, with the numbers of its words as soon as there is a vocabulary. */
interface List {
  words: readonly string[];
  exact: boolean;
  has: Uint8Array;
}

const lists: List[] = [];
/** How many of them are in the tables. */
let filed = 0;

/** By number: the word as it is looked for, how much of it is its key, how it is to be compared. */
const written: string[] = [];
const keyLengths: number[] = [];
const modes: number[] = [];
const EXACT = 1;
const GLUED = 2;
const numbers = new Map<string, number>();

/** Words by the hash of their leading letters: chains of numbers, one more than the number, 0 ends them. */
const SIZE = 4096;
const wholes = new Int32Array(SIZE);
const stems = new Int32Array(SIZE);
const next: number[] = [];
const hashes: number[] = [];
/** Words that begin with no letter, and words that may stand inside others, by their first unit. */
const byFirst = new Map<number, number[]>();
/** ASCII units that such a word begins with. */
const firsts = new Uint8Array(0x80);
/** Longer runs of letters are no words. */
const LONGEST = 40;
/** A `*` takes up to this many letters. */
const ENDING = 6;
const SHORTEST_STEM = 2;
const prefixes = new Int32Array(LONGEST + 1);

/**
 * Adds a list to what `readWords` finds. Costs nothing until a text is read.
 *
 * @param exact Capitals count: `Meta` is no `meta`.
 * @returns Tells whether a word that was found is one of the list.
 */
export function listed(words: readonly string[], exact = false): (id: number) => boolean {
  const list: List = { words, exact, has: new Uint8Array(0) };
  lists.push(list);
  return (id) => list.has[id] === 1;
}

function fileLists(): void {
  for (; filed < lists.length; filed++) {
    const list = lists[filed];
    if (!list) continue;
    const ids = list.words.map((word) => numberOf(word, list.exact));
    list.has = new Uint8Array(Math.max(0, ...ids) + 1);
    for (const id of ids) list.has[id] = 1;
  }
}

function numberOf(word: string, exact: boolean): number {
  const lower = folded(word);
  const name = exact ? `=${word}` : lower;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const id = written.length;
  numbers.set(name, id);
  let length = 0;
  let hash = 0;
  let glued = false;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    if (length === at && isLetter(unit)) {
      hash = (Math.imul(hash, 31) + unit) | 0;
      length++;
    }
    glued ||= isGluing(unit);
  }
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
    const table = lower[length] === '*' ? stems : wholes;
    next[id] = table[hash & (SIZE - 1)] ?? 0;
    table[hash & (SIZE - 1)] = id + 1;
  }
  return id;
}

/** A scene's windows are asked for by one rule after the other. */
const KEPT = 8;
const keptTexts: string[] = [];
const keptWords: (readonly Said[])[] = [];
let keptAt = 0;

/**
 * Every word of every list in a text, by its start, the longer one first. A word stands free, but for scripts that put no blanks
 * between words. Time grows with the length of the text and no faster.
 */
export function readWords(text: string): readonly Said[] {
  if (filed < lists.length) {
    fileLists();
    keptTexts.length = 0;
  }
  const known = keptTexts.indexOf(text);
  if (known >= 0) return keptWords[known] ?? [];
  const found = read(text);
  keptTexts[keptAt] = text;
  keptWords[keptAt] = found;
  keptAt = (keptAt + 1) % KEPT;
  return found;
}

function read(text: string): Said[] {
  const found: Said[] = [];
  const lower = folded(text);
  let glues = false;
  /** A digit that follows a letter or a digit begins no word. */
  let inside = false;
  for (let at = 0; at < lower.length; ) {
    let unit = lower.charCodeAt(at);
    if (!isLetter(unit)) {
      const digit = unit >= 0x30 && unit <= 0x39;
      if (!(digit && inside)) addFirst(found, text, lower, at, unit);
      inside = digit;
      at++;
      continue;
    }
    const start = at;
    let hash = 0;
    let gluing = false;
    while (isLetter(unit)) {
      hash = (Math.imul(hash, 31) + unit) | 0;
      const length = at - start + 1;
      if (length <= LONGEST) prefixes[length] = hash;
      gluing ||= isGluing(unit);
      unit = lower.charCodeAt(++at);
    }
    const length = at - start;
    inside = !gluing;
    if (length <= LONGEST) {
      addKeyed(found, text, lower, start, length, wholes);
      for (let part = Math.max(SHORTEST_STEM, length - ENDING); part <= length; part++)
        addKeyed(found, text, lower, start, part, stems);
    }
    if (gluing) {
      glues = true;
      for (let inner = start; inner < at; inner++)
        addFirst(found, text, lower, inner, lower.charCodeAt(inner));
    } else addFirst(found, text, lower, start, lower.charCodeAt(start));
  }
  return glues ? found.sort((a, b) => a.start - b.start || b.end - a.end) : found;
}

/** Words whose leading letters are the first so many letters of a run. */
function addKeyed(
  found: Said[],
  text: string,
  lower: string,
  start: number,
  length: number,
  table: Int32Array,
): void {
  const hash = prefixes[length] ?? 0;
  for (let link = table[hash & (SIZE - 1)] ?? 0; link !== 0; link = next[link - 1] ?? 0) {
    const id = link - 1;
    if (hashes[id] === hash && keyLengths[id] === length) add(found, text, lower, start, id);
  }
}

function addFirst(found: Said[], text: string, lower: string, start: number, unit: number): void {
  if (unit < 0x80 && firsts[unit] === 0) return;
  const ids = byFirst.get(unit);
  if (ids) for (const id of ids) add(found, text, lower, start, id);
}

function add(found: Said[], text: string, lower: string, start: number, id: number): void {
  const mode = modes[id] ?? 0;
  const end = endOf(mode & EXACT ? text : lower, start, written[id] ?? '', 0, (mode & GLUED) !== 0);
  if (end < 0) return;
  let place = found.length;
  // Of those that begin here the longest comes first.
  for (let before = found[place - 1]; before && before.start === start && before.end < end; ) {
    place--;
    before = found[place - 1];
  }
  found.splice(place, 0, { start, end, id });
}

/**
 * Where the rest of a word ends that goes on at an offset, or -1. A blank stands for up to three blanks, hyphens or underscores, `*`
 * for any ending.
 */
function endOf(text: string, offset: number, word: string, from: number, glued: boolean): number {
  let at = offset;
  for (let place = from; place < word.length; place++) {
    const unit = word.charCodeAt(place);
    if (unit === 0x20) {
      const first = at;
      while (at - first < 3 && isJoint(text.charCodeAt(at))) at++;
      if (at === first) return -1;
    } else if (unit === 0x2a) {
      let taken = 0;
      while (taken < ENDING && at + taken < text.length && !isBlank(text.charCodeAt(at + taken))) taken++;
      for (; taken >= 0; taken--) {
        const end = endOf(text, at + taken, word, place + 1, glued);
        if (end >= 0 && (glued || place + 1 < word.length || allLetters(text, at, end))) return end;
      }
      return -1;
    } else if (text.charCodeAt(at++) !== unit) return -1;
  }
  return glued || !isLetter(text.charCodeAt(at)) ? at : -1;
}

function allLetters(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isLetter(text.charCodeAt(at))) return false;
  return true;
}

function isJoint(unit: number): boolean {
  return unit === 0x2d || unit === 0x5f || isBlank(unit);
}

/** As `\s`. */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0xfeff ||
    unit === 0x1680
  );
}
