import type { CodeIndex } from './code-index.ts';
import { digitValue, numberIn } from './digits.ts';
import { looksOwn } from './form.ts';
import { isPhoneNumber } from './phone-number.ts';

/** What the first look knows of the catalogue, small enough for every frame of a console. Made at build time. */
export interface FirstLookData {
  /** Every code of up to five digits, as its distance from the one before, in base 36. */
  numbers: string;
  /** Hashes of the words that are codes, or begin one, in the same way. */
  words: string;
}

/**
 * False where a closer look finds no code. True may be wrong.
 *
 * @param from Where the text in question begins, if it is part of a longer one.
 * @param to Where it ends.
 */
export type FirstLook = (text: string, from?: number, to?: number) => boolean;

/** A longer number is none of a code. */
const LONGEST = 7;
const NUMBERS = 100_000;
const HASH_BITS = 20;
/** Beside these a number that no catalogue knows may be a code as well, and an everyday word a symbol. */
const PROVES = /#|code|reason|error/i;
/** A word among so many parts of a line has it not to itself. */
const SEVERAL = 3;

export function firstLookData(index: CodeIndex): FirstLookData {
  const numbers = Array.from({ length: NUMBERS }, (_, value) => value).filter(
    (value) =>
      looksOwn(String(value)) ||
      index.meaningsOf(String(value)).length + index.meaningsOf(`-${value}`).length > 0,
  );
  const words = index.symbols.map((symbol) => hashOf(symbol.split(' ', 1)[0] ?? ''));
  return { numbers: steps(numbers), words: steps([...new Set(words)].sort((a, b) => a - b)) };
}

/**
 * Opens the first look: a loop over the characters, for the many texts of a page that hold none. It asks for a number that is a
 * code or as long as one, a constant or a lone word that is one, a digit of another script, or a mention of codes.
 */
export function openFirstLook({ numbers, words }: FirstLookData): FirstLook {
  const isCode = new Uint8Array(NUMBERS);
  for (const value of values(numbers)) isCode[value] = 1;
  const isWord = new Uint8Array(2 ** HASH_BITS / 8);
  for (const hash of values(words)) isWord[hash >> 3] = (isWord[hash >> 3] ?? 0) | (1 << (hash & 7));
  const isListed = (hash: number) => ((isWord[hash >> 3] ?? 0) & (1 << (hash & 7))) !== 0;

  /**
   * Most texts are turned down at a glance: times, amounts, and prose in small letters. One loop without calls, as a browser first runs it
   * as it is written, thousands of texts long; and no unit is asked for beyond the text, for which it begins anew.
   */
  function isLikely(text: string, from = 0, to = text.length): boolean {
    let hasWords = false;
    /** A sign or a letter of `PROVES` was met, without which it need not be asked. */
    let mayProve = false;
    let parts = 0;
    let isApart = true;
    for (let at = from; at < to; ) {
      let unit = text.charCodeAt(at);
      if (unit <= BLANK) {
        // A word may have the new line to itself.
        if (unit === NEW_LINE) parts = Number.NEGATIVE_INFINITY;
        isApart = true;
        at++;
        continue;
      }
      if (isApart) parts++;
      isApart = false;
      if (unit >= 0x30 && unit <= 0x39) {
        const start = at;
        let value = 0;
        for (; unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(at)) {
          value = value * 10 + unit - 0x30;
          if (++at === to) break;
        }
        if (isCodeOf(value, at - start, at < to ? unit : 0) && isApartFromTimes(text, start, at, from, to))
          return !isPhoneNumber(text, from, to);
      } else if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) {
        hasWords = true;
        for (at++; at < to; at++) {
          unit = text.charCodeAt(at);
          if (unit < 0x61 || unit > 0x7a) {
            if (unit > BLANK && isPartOfWord(unit, text, at)) return isLikelyClosely(text.slice(from, to));
            break;
          }
          if (unit === PROVING) mayProve = true;
        }
      } else {
        if (unit === PLUS && at === from && isPhoneNumber(text, from, to)) return false;
        if (unit === HASH) mayProve = true;
        else if (unit >= FOREIGN && isForeignDigit(unit)) return true;
        at++;
      }
    }
    if (hasWords && parts < SEVERAL) return isLikelyClosely(text.slice(from, to));
    return mayProve && PROVES.test(text.slice(from, to)) && isLikelyClosely(text.slice(from, to));
  }
  /** The same, word by word. */
  function isLikelyClosely(text: string): boolean {
    let at = 0;
    // A number that is no code, or an everyday word among others: a code only where the text says so.
    let needsProof = false;
    const { length } = text;
    while (at < length) {
      const unit = text.charCodeAt(at);
      if (isDigit(unit)) {
        const start = at;
        at = endOfNumber(text, at, length);
        if (isLikelyNumber(text, start, at, 0, length)) return !isPhoneNumber(text, 0, length);
        needsProof ||= at - start >= 3;
      } else if (isLetter(unit)) {
        const start = at;
        let hash = SEED;
        // Behind digits a word may begin anew: `A306MISSING_TOKEN`.
        let tail = SEED;
        let constant = false;
        for (let next = unit; isPartOfWord(next, text, at); next = text.charCodeAt(++at)) {
          const afterDigit = isDigit(text.charCodeAt(at - 1));
          if (isDigit(next) && !afterDigit) {
            const end = endOfNumber(text, at, length);
            if (isLikelyNumber(text, at, end, 0, length)) return true;
            needsProof ||= end - at >= 3;
          }
          if (afterDigit && isLetter(next)) tail = SEED;
          hash = mixed(hash, next);
          tail = mixed(tail, next);
          constant ||= (at > start && isCapital(next)) || next === UNDERSCORE || next === HYPHEN;
        }
        if (isListed(folded(hash)) || isListed(folded(tail))) {
          if (constant || isAlone(text, start, at)) return true;
          needsProof = true;
        }
      } else {
        if (isForeignDigit(unit)) return true;
        at++;
      }
    }
    return needsProof && PROVES.test(text);
  }

  /** A code, or long enough to look like one, and part of no time and no phone number. */
  function isLikelyNumber(text: string, start: number, end: number, from: number, to: number): boolean {
    const after = end < to ? text.charCodeAt(end) : 0;
    const length = end - start;
    return (
      isCodeOf(length <= 5 ? numberIn(text, start, end) : 0, length, after) &&
      isApartFromTimes(text, start, end, from, to)
    );
  }

  /** @param after The unit behind it. */
  function isCodeOf(value: number, length: number, after: number): boolean {
    return after === UNDERSCORE || (length <= 5 ? isCode[value] === 1 : length <= LONGEST);
  }

  function isApartFromTimes(text: string, start: number, end: number, from: number, to: number): boolean {
    // A code and its subcode: `131026:2494073`.
    if (end - start >= 6) return start === from || text.charCodeAt(start - 1) !== PLUS;
    const after = end < to ? text.charCodeAt(end) : 0;
    if (after === COLON && end + 1 < to && isDigit(text.charCodeAt(end + 1))) return false;
    const before = start > from ? text.charCodeAt(start - 1) : 0;
    if (before === COLON) return start - 1 === from || !isDigit(text.charCodeAt(start - 2));
    return before !== PLUS;
  }

  return isLikely;
}

const COLON = 0x3a;
const HASH = 0x23;
/** An `o`, which stands in each word of `PROVES`, and never first. */
const PROVING = 0x6f;
const PLUS = 0x2b;
/** Digits of other scripts begin here. */
const FOREIGN = 0x0660;
const BLANK = 0x20;
const NEW_LINE = 0x0a;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;
const SEED = 0x811c9dc5;

const isForeignDigit = (unit: number) =>
  unit >= FOREIGN && (unit < 0x1800 || unit >= 0xff10) && digitValue(unit) >= 0;
const isSmall = (unit: number) => unit >= 0x61 && unit <= 0x7a;
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isCapital = (unit: number) => unit >= 0x41 && unit <= 0x5a;
const isLetter = (unit: number) => isSmall(unit) || isCapital(unit);

function isPartOfWord(unit: number, text: string, at: number): boolean {
  if (isLetter(unit) || isDigit(unit) || unit === UNDERSCORE) return true;
  const next = text.charCodeAt(at + 1);
  return unit === HYPHEN && (isLetter(next) || isDigit(next) || next === UNDERSCORE);
}

function endOfNumber(text: string, start: number, to: number): number {
  let end = start;
  while (end < to && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** The word has its line to itself, but for signs. */
function isAlone(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start) + text.slice(end).split('\n', 1)[0];
  return line.length <= 40 && !/\s\S/.test(line.trim());
}

/** FNV-1a over UTF-16 units. */
const mixed = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
const folded = (hash: number) => ((hash >>> HASH_BITS) ^ hash) & (2 ** HASH_BITS - 1);

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at));
  return folded(hash);
}

function steps(sorted: readonly number[]): string {
  return sorted.map((value, at) => (value - (sorted[at - 1] ?? 0)).toString(36)).join(' ');
}

function values(steps: string): number[] {
  let last = 0;
  return steps.split(' ').map((step) => {
    last += Number.parseInt(step, 36);
    return last;
  });
}
