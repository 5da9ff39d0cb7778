import { findFirstFrom } from './find-first-from.ts';
import {
  foldUnit,
  isDigit,
  isIgnorableMark,
  isLetter,
  isUnspaced,
} from './letters.ts';
import { HASH_SEED, hashStep } from './word-hash.ts';

export const WORD_TOKEN = 1;
export const NUMBER_TOKEN = 2;
export const SIGN_TOKEN = 3;
/** A line break. */
export const BREAK_TOKEN = 4;
/** A tab, or several spaces. */
export const GAP_TOKEN = 5;

/** Length of a stem, which represents all forms of a word. */
const STEM_LETTERS = 5;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
/** Longer numbers are alike. */
const MAX_TOLD_DIGITS = 8;
const NUMBER_SEED = 0x9e37;

export type Tokens = ReturnType<typeof splitTokens>;

/** Typed arrays, because a log has millions of tokens. */
interface TokenList {
  count: number;
  /** UTF-16 offsets. */
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  /** Hash of a word without case and accents, of a number's length, or of a sign. */
  hash: Int32Array;
  stem: Int32Array;
}

/**
 * Returns the tokens of a text: words (`errorCode` is two; one letter each in scripts without spaces), digit runs, single
 * signs, line breaks and wide gaps.
 *
 * @param text With ASCII digits.
 */
export function splitTokens(text: string) {
  const list: TokenList = {
    count: 0,
    start: new Int32Array(text.length),
    end: new Int32Array(text.length),
    kind: new Uint8Array(text.length),
    hash: new Int32Array(text.length),
    stem: new Int32Array(text.length),
  };

  for (let at = 0; at < text.length; ) at = readToken(list, text, at);

  return { text, ...list, previous: findPreviousSame(list.hash, list.count) };
}

/** Adds the token at an offset, unless it is a space or a further line break. Returns where the next one begins. */
function readToken(list: TokenList, text: string, at: number): number {
  const unit = text.charCodeAt(at);

  if (isLetter(unit)) return readWord(list, text, at);
  if (isDigit(unit)) return readNumber(list, text, at);

  if (unit === LINE_FEED || unit === CARRIAGE_RETURN)
    return readBreak(list, at);

  if (unit === TAB) return add(list, GAP_TOKEN, at, at + 1, TAB);
  if (unit <= SPACE) return readSpaces(list, text, at);

  return add(list, SIGN_TOKEN, at, at + 1, hashStep(HASH_SEED, unit));
}

function add(
  list: TokenList,
  kind: number,
  from: number,
  to: number,
  hash: number,
): number {
  const index = list.count++;

  list.start[index] = from;
  list.end[index] = to;
  list.kind[index] = kind;
  list.hash[index] = hash;
  list.stem[index] = hash;

  return to;
}

function readWord(list: TokenList, text: string, from: number): number {
  const isAlone = isUnspaced(text.charCodeAt(from));
  let hash = HASH_SEED;
  let stem = 0;
  let letters = 0;
  let last = 0;
  let at = from;

  for (; ; at++) {
    const unit = text.charCodeAt(at);
    if (!isLetter(unit) || isWordStart(last, unit)) break;
    if (letters > 0 && (isAlone || isUnspaced(unit))) break;

    last = unit;
    if (isIgnorableMark(unit)) continue;

    hash = hashStep(hash, foldUnit(unit));
    letters++;
    if (letters === STEM_LETTERS) stem = hash;
  }

  add(list, WORD_TOKEN, from, at, hash);
  if (stem !== 0) list.stem[list.count - 1] = stem;

  return at;
}

/** `errorCode` */
const isWordStart = (last: number, unit: number): boolean =>
  unit >= 0x41 && unit <= 0x5a && last >= 0x61 && last <= 0x7a;

function readNumber(list: TokenList, text: string, from: number): number {
  let at = from + 1;
  while (isDigit(text.charCodeAt(at))) at++;

  const length = Math.min(at - from, MAX_TOLD_DIGITS);

  return add(list, NUMBER_TOKEN, from, at, hashStep(NUMBER_SEED, length));
}

function readBreak(list: TokenList, at: number): number {
  const isFurther = list.count > 0 && list.kind[list.count - 1] === BREAK_TOKEN;

  return isFurther ? at + 1 : add(list, BREAK_TOKEN, at, at + 1, LINE_FEED);
}

/** Adds a gap for more than one space. */
function readSpaces(list: TokenList, text: string, from: number): number {
  let at = from + 1;
  while (text.charCodeAt(at) === SPACE) at++;

  return at - from > 1 ? add(list, GAP_TOKEN, from, at, TAB) : at;
}

/** Returns the index of the previous token with the same hash, or -1. */
function findPreviousSame(hash: Int32Array, count: number): Int32Array {
  const previous = new Int32Array(count);
  const last = new Map<number, number>();

  for (let at = 0; at < count; at++) {
    const own = hash[at] ?? 0;
    previous[at] = last.get(own) ?? -1;
    last.set(own, at);
  }

  return previous;
}

/** Returns the token at an offset, or the first one after it. */
export function findTokenAt({ end, count }: Tokens, offset: number): number {
  return findFirstFrom(end, offset + 1, count);
}
