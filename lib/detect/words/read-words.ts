import { goesBeyondAscii } from '../ascii.ts';
import { folded, isGluing, isJoint, isLetter } from './letters.ts';
import {
  byFirst,
  EXACT,
  fileLists,
  filings,
  firsts,
  GLUED,
  hashes,
  keyLengths,
  LONGEST,
  modes,
  next,
  openings,
  SIZE,
  wholes,
  written,
} from './vocabulary.ts';
import { endOfWord } from './word-end.ts';

/** A word of some list in a text. */
export interface Said {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Number of the word in the vocabulary. */
  id: number;
}

/** A `*` takes up to this many letters. */
const ENDING = 6;
const prefixes = new Int32Array(LONGEST + 1);

/** A scene's windows are asked for by one rule after the other. */
const KEPT = 8;
const keptTexts: string[] = [];
const keptWords: (readonly Said[])[] = [];
let keptAt = 0;
/** What was filed when they were read. */
let keptOf = 0;

/**
 * Every word of every list in a text, by its start, the longer one first. A word stands free, but for scripts that put no blanks
 * between words. Time grows with the length of the text and no faster.
 */
export function readWords(text: string): readonly Said[] {
  fileLists(goesBeyondAscii(text));
  if (keptOf !== filings) {
    keptTexts.length = 0;
    keptOf = filings;
  }
  const known = keptTexts.indexOf(text);
  if (known >= 0) return keptWords[known] ?? [];
  const found = read(text);
  primeWords(text, found);
  return found;
}

/** Makes the words of a text known that was read as part of a longer one. */
export function primeWords(text: string, words: readonly Said[]): void {
  keptTexts[keptAt] = text;
  keptWords[keptAt] = words;
  keptAt = (keptAt + 1) % KEPT;
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
    const gluing = isGluing(unit);
    /** The first and the last length at which a word with an open ending may begin the run. */
    let first = 0;
    let stem = 0;
    while ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x80 && isLetter(unit))) {
      hash = (Math.imul(hash, 31) + unit) | 0;
      at++;
      if (openings[hash & (SIZE - 1)] !== 0 && at - start <= LONGEST) {
        prefixes[at - start] = hash;
        stem = at - start;
        first ||= stem;
      }
      unit = lower.charCodeAt(at);
      // `WhatsAppは`: a word of the one kind ends where one of the other begins.
      if ((gluing || unit >= 0x590) && isGluing(unit) !== gluing) break;
    }
    const length = at - start;
    inside = !gluing;
    if (wholes[hash & (SIZE - 1)] !== 0 && length <= LONGEST)
      addKeyed(found, text, lower, start, length, hash, wholes);
    for (let part = Math.max(first, length - ENDING); first > 0 && part <= stem; part++)
      addKeyed(found, text, lower, start, part, prefixes[part] ?? 0, openings);
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
  hash: number,
  table: Int32Array,
): void {
  for (let link = table[hash & (SIZE - 1)] ?? 0; link !== 0; link = next[link - 1] ?? 0) {
    const id = link - 1;
    if (hashes[id] !== hash || keyLengths[id] !== length) continue;
    const word = written[id] ?? '';
    if (word.length > length) {
      const mark = word.charCodeAt(length);
      const unit = lower.charCodeAt(start + length);
      // Most phrases end with their first word.
      if (mark !== 0x2a && (mark === 0x20 ? !isJoint(unit) : mark !== unit)) continue;
      add(found, text, lower, start, id);
    } else if ((modes[id] === EXACT ? text : lower).startsWith(word, start))
      push(found, start, start + length, id);
  }
}

function addFirst(found: Said[], text: string, lower: string, start: number, unit: number): void {
  if (unit < 0x80 && firsts[unit] === 0) return;
  const ids = byFirst.get(unit);
  if (!ids) return;
  const second = lower.charCodeAt(start + 1);
  for (const id of ids) {
    const mark = written[id]?.charCodeAt(1) ?? 0;
    if (mark === second || mark === 0x20 || mark === 0x2a || written[id]?.length === 1)
      add(found, text, lower, start, id);
  }
}

function add(found: Said[], text: string, lower: string, start: number, id: number): void {
  const mode = modes[id] ?? 0;
  const end = endOfWord(mode & EXACT ? text : lower, start, written[id] ?? '', 0, (mode & GLUED) !== 0);
  if (end >= 0) push(found, start, end, id);
}

function push(found: Said[], start: number, end: number, id: number): void {
  // Of those that begin here the longest comes first.
  let place = found.length;
  found.push({ start, end, id });
  for (; place > 0; place--) {
    const before = found[place - 1];
    if (!before || before.start !== start || before.end >= end) break;
    found[place] = before;
    found[place - 1] = { start, end, id };
  }
}
