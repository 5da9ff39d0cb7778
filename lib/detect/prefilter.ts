import { FOREIGN_DIGIT } from './digits.ts';
import { hasNumber, mayHaveWord, type PrefilterData } from './prefilter-pack.ts';
import { UNIT_PATTERN } from './unit-pattern.ts';
import { HASH_SEED, hashStep } from './word-hash.ts';

/**
 * False where a closer look finds no code. True may be wrong.
 *
 * @param from Where the text in question begins, if it is part of a longer one.
 * @param to Where it ends.
 */
export type Prefilter = (text: string, from?: number, to?: number) => boolean;

/** A longer number is none of a code. */
const MAX_CODE_DIGITS = 7;
/** A line with at least this many parts is not a lone word. */
const MIN_SEVERAL_PARTS = 3;

/**
 * Opens the prefilter: a loop over the characters, for the many texts of a page that hold none. It asks for a number that is a
 * code or as long as one, a constant or a lone word that is one, a digit of another script, or a mention of codes.
 *
 * Every frame reads this before it knows whether it needs it: few lines count here, and a pattern in quotes is read only when it is made.
 */
export function createPrefilter({ numbers, words, states }: PrefilterData): Prefilter {
  const proof = new RegExp(PROOF, 'i');
  const phoneNumber = new RegExp(PHONE_NUMBER);
  const foreignDigit = new RegExp(FOREIGN_DIGIT);
  const unitBehind = new RegExp(UNIT_PATTERN, 'y');

  /**
   * Most texts are turned down here: times, amounts, and prose in small letters. It is one loop without calls, because a browser interprets
   * it for the first thousands of texts, and it never reads past the end of a text, because that makes the browser drop compiled code.
   */
  function isLikely(text: string, from = 0, to = text.length): boolean {
    let hasWords = false;
    /** A listed one may be among them. */
    let mayHaveWords = false;
    /** Long enough to look like a code, or one that says little by itself: a code only where the text says so. */
    let hasNumbers = false;
    /** A sign or a letter of `PROOF` was met, without which it need not be asked. */
    let mayProve = false;
    let isForeign = false;
    let parts = 0;
    let isApart = true;
    let mayDial = true;
    for (let at = from; at < to; ) {
      let unit = text.charCodeAt(at);
      if (unit <= BLANK) {
        // A word may have the new line to itself, however many parts follow.
        if (unit === NEW_LINE) parts = from - to;
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
        if (isLikelyNumber(text, start, at, from, to, value)) return true;
        hasNumbers ||=
          at - start > MAX_SMALL_DIGITS || (!isInWord(text, start, from) && hasNumber(numbers, value));
      } else if ((unit | LOWER_CASE_BIT) >= 0x61 && (unit | LOWER_CASE_BIT) <= 0x7a) {
        hasWords = true;
        for (at++; at < to; at++) {
          unit = text.charCodeAt(at);
          if (unit < 0x61 || unit > 0x7a) {
            mayHaveWords ||= unit > BLANK && isPartOfWord(unit, text, at);
            break;
          }
          if (unit === PROVING) mayProve = true;
        }
      } else {
        if (unit === HASH) mayProve = true;
        // Before its digits are looked at one by one.
        if (unit === PLUS && mayDial && phoneNumber.test(text.slice(from, to))) return false;
        mayDial = false;
        isForeign ||= unit >= FIRST_FOREIGN && (unit <= LAST_FOREIGN || unit >= WIDE);
        at++;
      }
    }
    mayHaveWords ||= hasWords && parts < MIN_SEVERAL_PARTS;
    if (!(isForeign || mayProve || mayHaveWords)) return false;
    const own = text.slice(from, to);
    if (isForeign && foreignDigit.test(own)) return true;
    return (mayHaveWords || proof.test(own)) && isLikelyByWords(own, hasNumbers);
  }

  /** The same, word by word. */
  function isLikelyByWords(text: string, hasNumbers: boolean): boolean {
    // An everyday word among others is a code only where the text says so, as such a number is.
    let needsProof = hasNumbers;
    for (let at = 0; at < text.length; at++) {
      let unit = text.charCodeAt(at);
      /** Where it begins, with a letter. */
      let start = -1;
      let hash = HASH_SEED;
      let isConstant = false;
      let afterDigit = false;
      for (; isPartOfWord(unit, text, at); unit = text.charCodeAt(++at)) {
        const isNumeral = isDigit(unit);
        // Behind a digit a word begins again: `A306MISSING_TOKEN`. None of the catalogue goes on so.
        if (isLetter(unit) && (start < 0 || afterDigit)) {
          start = at;
          hash = HASH_SEED;
        }
        hash = hashStep(hash, unit);
        // A capital, a hyphen or an underscore.
        isConstant ||= start >= 0 && at > start && !isNumeral && (unit < 0x61 || unit === UNDERSCORE);
        afterDigit = isNumeral;
      }
      if (start >= 0 && mayHaveWord(words, hash)) {
        if (isConstant) return true;
        // All that a cell of a message log says, and seldom more than that.
        if (states.includes(` ${text.trim()} `)) return false;
        if (isAlone(text, start, at)) return true;
        needsProof = true;
      }
    }
    return needsProof && proof.test(text);
  }

  /** A code, or long enough to look like one, and part of no time and no phone number. */
  function isLikelyNumber(
    text: string,
    start: number,
    end: number,
    from: number,
    to: number,
    value: number,
  ): boolean {
    const length = end - start;
    const after = end < to ? text.charCodeAt(end) : 0;
    if (after !== UNDERSCORE && (length > 5 ? length > MAX_CODE_DIGITS : !hasNumber(numbers, value)))
      return false;
    const before = start > from ? text.charCodeAt(start - 1) : 0;
    if (before === PLUS) return false;
    // `SM1f0131`: the end of an id, but `E131047`.
    if (isInWord(text, start, from) && (length < 5 || isLetter(after) || !isLoneE(text, start - 1, from)))
      return false;
    unitBehind.lastIndex = end;
    if (unitBehind.test(text)) return false;
    if (length <= MAX_SMALL_DIGITS && before === BLANK && isInSentence(text, start - 1, from)) return false;
    // A code and its subcode: `131026:2494073`.
    if (length > 5) return true;
    // `2026-11-24`, `0.0541`: in a date or an amount.
    const isBehindDigit = isDateSign(before) && start - 2 >= from && isDigit(text.charCodeAt(start - 2));
    const isFloat =
      after === STOP &&
      isZeroDecimal(text, end + 1, to) &&
      (length > MAX_SMALL_DIGITS || end + 2 - start === to - from);
    const isBeforeDigit = !isFloat && isDateSign(after) && end + 1 < to && isDigit(text.charCodeAt(end + 1));
    if (
      isBehindDigit
        ? length <= MAX_SMALL_DIGITS || before === STOP
        : isBeforeDigit && (length <= YEAR_LENGTH || after === STOP) && isShortGroup(text, end + 1, to)
    )
      return false;
    if (after === COLON && end + 1 < to && isDigit(text.charCodeAt(end + 1))) return false;
    return before !== COLON || start - 1 === from || !isDigit(text.charCodeAt(start - 2));
  }

  /** The word has its line to itself, but for signs. */
  function isAlone(text: string, start: number, end: number): boolean {
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start) + text.slice(end).split('\n', 1)[0];
    return line.length <= 40 && !line.trim().includes(' ');
  }

  return isLikely;
}

/** Beside these a number that no catalogue knows may be a code as well, and an everyday word a symbol. */
const PROOF = '#|code|reason|error';
/** A text is a phone number and nothing else: `+55 11 5550 0123`. */
const PHONE_NUMBER = '^\\s*\\+\\d(?:[\\d().-]|[^\\S\\n]){9,20}$';

const COLON = 0x3a;
const HASH = 0x23;
/** An `o`, which stands in each word of `PROOF`, and never first. */
const PROVING = 0x6f;
const PLUS = 0x2b;
/** Digits of other scripts stand from here to there, and wide ones beyond: dashes, quotation marks and Chinese are between. */
const FIRST_FOREIGN = 0x0660;
const LAST_FOREIGN = 0x17e9;
const WIDE = 0xff10;
const BLANK = 0x20;
const NEW_LINE = 0x0a;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;
const STOP = 0x2e;
const LETTER_E = 0x65;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
/** A day, a month, a version: a shorter number is a code only apart from others. */
const MAX_SMALL_DIGITS = 2;
const YEAR_LENGTH = 4;
/** What a small letter has and its capital has not. */
const LOWER_CASE_BIT = 0x20;

const isDateSign = (unit: number) => unit === HYPHEN || unit === STOP || unit === SLASH;
const isLoneE = (text: string, at: number, from: number) =>
  (text.charCodeAt(at) | LOWER_CASE_BIT) === LETTER_E &&
  (at === from || !isWordUnitAt(text.charCodeAt(at - 1)));

/** Behind a letter, and not one of an escape: `\n131047`. */
const isInWord = (text: string, at: number, from: number) =>
  at > from && isLetter(text.charCodeAt(at - 1)) && (at - 2 < from || text.charCodeAt(at - 2) !== BACKSLASH);

/** Behind a word in small letters: `attempt 2`. */
function isInSentence(text: string, end: number, from: number): boolean {
  let at = end;
  while (at > from && isLetter(text.charCodeAt(at - 1))) at--;
  return at < end && text.charCodeAt(at) >= 0x61 && (at === from || text.charCodeAt(at - 1) < 0x80);
}

/** One or two digits, or the decimals of an amount. */
const isShortGroup = (text: string, at: number, to: number) =>
  text.charCodeAt(at - 1) === STOP ||
  at + MAX_SMALL_DIGITS >= to ||
  !isDigit(text.charCodeAt(at + MAX_SMALL_DIGITS));

/** `63016.0`, as spreadsheets print whole numbers. */
const isZeroDecimal = (text: string, at: number, to: number) =>
  at < to &&
  text.charCodeAt(at) === 0x30 &&
  (at + 1 === to || !(isWordUnitAt(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === STOP));

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number) => (unit | LOWER_CASE_BIT) >= 0x61 && (unit | LOWER_CASE_BIT) <= 0x7a;
const isWordUnitAt = (unit: number) => isLetter(unit) || isDigit(unit) || unit === UNDERSCORE;
const isPartOfWord = (unit: number, text: string, at: number) =>
  isWordUnitAt(unit) || (unit === HYPHEN && isWordUnitAt(text.charCodeAt(at + 1)));
