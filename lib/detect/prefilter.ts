import { FOREIGN_DIGIT, SPLIT_NUMBER } from '../core/digits.ts';
import { HASH_SEED, hashStep, hashWord } from '../core/word-hash.ts';
import { createLiteralFinder } from './literals.ts';
import {
  type PrefilterData,
  unpackNumbers,
  unpackWords,
} from './prefilter-pack.ts';
import { UNIT_PATTERN } from './unit-pattern.ts';

/** Returns false if `detect` finds no code in a text, or between two offsets of it. True may be wrong. */
export type Prefilter = (text: string, from?: number, to?: number) => boolean;

/** Longer numbers are not codes. */
const MAX_CODE_DIGITS = 7;
/** Numbers up to this length are codes only if the catalogue has them. */
const MAX_LISTED_DIGITS = 5;
/** In a word, shorter numbers are part of an id. */
const MIN_DIGITS_IN_WORD = 5;
/** Maximum length of a text with a state, including the lines around it. */
const MAX_STATE_UNITS = 120;
/** A line with at least this many words is a sentence. */
const MIN_SEVERAL_PARTS = 3;

/**
 * Creates the prefilter. It passes texts with a number that is a code or as long as one, a symbol, a lone word that is
 * a code, a digit of another script, or a mention of codes.
 *
 * Every frame loads this file, so keep it short. Patterns are strings, so that they are compiled only when needed.
 */
export function createPrefilter(data: PrefilterData, host = ''): Prefilter {
  const { numbers, words, states, harmfulStates, vendorHosts } = data;

  const hosts = host
    .split('.')
    .map((_, at, parts) => hashWord(parts.slice(at).join('.')));

  const harmful =
    hosts.some(unpackWords(vendorHosts)) && new RegExp(harmfulStates, 'gim');

  /** Bits of the headers that were read: 1 and 2 for those of templates, both for one of numbers. */
  let heads = 0;
  const proof = new RegExp(CODE_CUES, 'i');
  const phoneNumber = new RegExp(PHONE_NUMBER);
  const foreignDigit = new RegExp(`${FOREIGN_DIGIT}|${SPLIT_NUMBER}`);
  const unitBehind = new RegExp(UNIT_PATTERN, 'y');
  const groups = new RegExp(GROUPS);

  /** Unpacked at the first number, and at the first word that may be a symbol. */
  let listed: Uint8Array | undefined;
  let mayBeSymbol: ReturnType<typeof unpackWords> | undefined;

  /**
   * Rejects most texts: times, amounts, and lower-case prose. One loop without calls, because browsers run it in
   * the interpreter for the first few thousand texts. Never reads past the end of a text, because that makes V8 deoptimize the
   * compiled code. To reproduce: run the loop to `to + 1` under `node --trace-deopt`.
   */
  function isLikely(text: string, from = 0, to = text.length): boolean {
    let hasWords = false;
    let mayHaveWords = false;
    /** A number is long enough for a code, or is a short code that needs other evidence. */
    let hasNumbers = false;
    /** The text has a `#` or an `o`, without which `CODE_CUES` can't match. */
    let mayProve = false;
    let isForeign = false;
    let parts = 0;
    let isApart = true;
    let mayDial = true;

    for (let at = from; at < to; ) {
      let unit = text.charCodeAt(at);
      if (unit <= BLANK) {
        // A word may be alone in the new line, however many words follow.
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

        const length = at - start;

        hasNumbers ||= length > MAX_SMALL_DIGITS;

        if (length <= MAX_GROUP_DIGITS && isGrouped(text, start, at, from, to))
          return true;

        // `SM1f013` is the end of an id.
        if (length < MIN_DIGITS_IN_WORD && isInWord(text, start, from))
          continue;

        listed ??= unpackNumbers(numbers);

        const isKnown = length <= MAX_LISTED_DIGITS && listed[value] === 1;
        if (isLikelyNumber(text, start, at, from, to, isKnown)) return true;
        hasNumbers ||= isKnown;
      } else if (
        (unit | LOWER_CASE_BIT) >= 0x61 &&
        (unit | LOWER_CASE_BIT) <= 0x7a
      ) {
        hasWords = true;

        for (at++; at < to; at++) {
          unit = text.charCodeAt(at);

          if (unit < 0x61 || unit > 0x7a) {
            mayHaveWords ||= unit > BLANK && isPartOfWord(unit, text, at);
            break;
          }

          if (unit === LETTER_O) mayProve = true;
        }
      } else {
        if (unit === HASH) mayProve = true;

        // Checked before the digits, to reject the whole number at once.
        if (unit === PLUS && mayDial && phoneNumber.test(text.slice(from, to)))
          return false;

        mayDial = false;

        isForeign ||=
          (unit >= FIRST_FOREIGN_DIGIT &&
            (unit <= LAST_FOREIGN_DIGIT ||
              unit >= FIRST_FULL_WIDTH_DIGIT ||
              unit === ZERO_WIDTH_SPACE)) ||
          unit === SOFT_HYPHEN;

        at++;
      }
    }

    if (
      harmful &&
      hasWords &&
      to - from <= MAX_STATE_UNITS &&
      [...text.slice(from, to).matchAll(harmful)].some(isState)
    )
      return true;

    mayHaveWords ||= hasWords && parts < MIN_SEVERAL_PARTS;
    if (!(isForeign || mayProve || mayHaveWords)) return false;

    const own = text.slice(from, to);
    if (isForeign && foreignDigit.test(own)) return true;

    return (
      (mayHaveWords || proof.test(own)) && isLikelyByWords(own, hasNumbers)
    );
  }

  /** Returns true for a state. An everyday word is one only behind headers. */
  function isState([
    found,
    number,
    template,
    column,
    everyday,
  ]: readonly string[]): boolean {
    heads |= number ? 3 : template ? 1 : column ? 2 : 0;
    return everyday ? heads === 3 : !(number ?? template ?? column ?? !found);
  }

  function isLikelyByWords(text: string, hasNumbers: boolean): boolean {
    // An everyday word among others needs a mention of codes, as short numbers do.
    let needsProof = hasNumbers;

    mayBeSymbol ??= unpackWords(words);

    for (let at = 0; at < text.length; at++) {
      let unit = text.charCodeAt(at);
      /** Start of the word, at its first letter. */
      let start = -1;
      let hash = HASH_SEED;
      let isConstant = false;
      let afterDigit = false;
      let isId = false;

      for (; ; unit = text.charCodeAt(++at)) {
        // Without calls, as the loop above.
        const lower = unit | LOWER_CASE_BIT;
        const isInAlphabet = lower >= 0x61 && lower <= 0x7a;
        const isNumeral = unit >= 0x30 && unit <= 0x39;
        if (!(isInAlphabet || isNumeral || isPartOfWord(unit, text, at))) break;
        // No symbol has a letter after a digit. A capital starts a new word (`A306MISSING_TOKEN`), others are of an id.
        isId ||= afterDigit && unit >= 0x61 && unit <= 0x7a;

        if (isInAlphabet && (start < 0 || afterDigit)) {
          start = at;
          hash = HASH_SEED;
        }

        hash = hashStep(hash, unit);

        // A capital, a hyphen or an underscore.
        isConstant ||=
          start >= 0 &&
          at > start &&
          !isNumeral &&
          (unit < 0x61 || unit === UNDERSCORE);

        afterDigit = isNumeral;
      }

      if (start >= 0 && !isId && mayBeSymbol(hash)) {
        if (isConstant) return true;
        // A status that fills a cell of a message log is rarely a code.
        if (states.includes(` ${text.trim()} `)) return false;
        if (isAlone(text, start, at)) return true;
        needsProof = true;
      }
    }

    return needsProof && proof.test(text);
  }

  /** Returns true for a number in groups that is as long as a code: `131,047`. A blank separates groups only in a cell of its own. */
  function isGrouped(
    text: string,
    start: number,
    end: number,
    from: number,
    to: number,
  ): boolean {
    if (end + 1 >= to || !isDigit(text.charCodeAt(end + 1))) return false;

    const part = text.slice(start, Math.min(to, start + MAX_GROUPED_UNITS));
    const [whole = '', sign = ','] = groups.exec(part) ?? [];
    if (whole === '') return false;

    const isCell = start === from && start + whole.length === to;
    if (BLANKS.includes(sign) && !isCell) return false;

    const number = Number(whole.replace(DECIMALS, '').replace(/\D/g, ''));

    listed ??= unpackNumbers(numbers);

    return number >= MIN_LONG_NUMBER || listed[number] === 1;
  }

  /** Returns true for a code or a number as long as one, unless it is part of a time or a phone number. */
  function isLikelyNumber(
    text: string,
    start: number,
    end: number,
    from: number,
    to: number,
    isKnown: boolean,
  ): boolean {
    const length = end - start;
    const after = end < to ? text.charCodeAt(end) : 0;

    if (
      after !== UNDERSCORE &&
      (length > MAX_LISTED_DIGITS ? length > MAX_CODE_DIGITS : !isKnown)
    )
      return false;

    const before = start > from ? text.charCodeAt(start - 1) : 0;
    if (before === PLUS) return false;

    // `E131047` may be a code.
    if (
      isInWord(text, start, from) &&
      (isLetter(after) || !isLoneE(text, start - 1, from))
    )
      return false;

    unitBehind.lastIndex = end;
    if (unitBehind.test(text)) return false;

    if (
      length <= MAX_SMALL_DIGITS &&
      before === BLANK &&
      isInSentence(text, start - 1, from)
    )
      return false;

    // May be a code with its subcode: `131026:2494073`.
    if (length > MAX_LISTED_DIGITS) return true;

    // In a date or an amount: `2026-11-24`, `0.0541`.
    const isBehindDigit =
      isDateSign(before) &&
      start - 2 >= from &&
      isDigit(text.charCodeAt(start - 2));

    const isFloat =
      after === FULL_STOP &&
      isZeroDecimal(text, end + 1, to) &&
      (length > MAX_SMALL_DIGITS || end + 2 - start === to - from);

    const isBeforeDigit =
      !isFloat &&
      isDateSign(after) &&
      end + 1 < to &&
      isDigit(text.charCodeAt(end + 1));

    if (
      isBehindDigit
        ? length <= MAX_SMALL_DIGITS || before === FULL_STOP
        : isBeforeDigit &&
          (length <= YEAR_LENGTH || after === FULL_STOP) &&
          isShortGroup(text, end + 1, to)
    )
      return false;

    if (after === COLON && end + 1 < to && isDigit(text.charCodeAt(end + 1)))
      return false;

    return (
      before !== COLON ||
      start - 1 === from ||
      !isDigit(text.charCodeAt(start - 2))
    );
  }

  /** Returns true if the word is alone in its line, except for signs. */
  function isAlone(text: string, start: number, end: number): boolean {
    const line =
      text.slice(text.lastIndexOf('\n', start) + 1, start) +
      text.slice(end).split('\n', 1)[0];
    return line.length <= 40 && !line.trim().includes(' ');
  }

  return isLikely;
}

/** Extends a prefilter to texts that contain one of these. */
export function withLiterals(
  prefilter: Prefilter,
  literals: readonly string[],
): Prefilter {
  if (literals.length === 0) return prefilter;
  const find = createLiteralFinder(literals);
  return (text, from, to) =>
    prefilter(text, from, to) || find(text.slice(from, to)).length > 0;
}

/** Next to these, an unknown number may be a code, and an everyday word a symbol. */
const CODE_CUES = '#|code|reason|error';
/** Matches a text that is only a phone number: `+55 11 5550 0123`. */
const PHONE_NUMBER = '^\\s*\\+\\d(?:[\\d().-]|[^\\S\\n]){9,20}$';

/** Groups of three digits, or as India writes them, and decimals that say nothing. */
const GROUPS =
  "^\\d{1,3}(?:([.,'’٬ \\xa0\\u2009\\u202f])\\d{3}(?:\\1\\d{3})?|(?:,\\d\\d){1,2},\\d{3})(?:[.,]0{1,3})?(?![\\d.,'’])";
const DECIMALS = /[.,]0{1,2}$/;
const BLANKS = ' \xa0\u2009\u202f';
const MAX_GROUP_DIGITS = 3;
const MAX_GROUPED_UNITS = 14;
/** The catalogue’s bits end below. */
const MIN_LONG_NUMBER = 100_000;
const COLON = 0x3a;
const HASH = 0x23;
/** The letter `o`, which each word of `CODE_CUES` contains, never first. */
const LETTER_O = 0x6f;
const PLUS = 0x2b;
/** Range of the digits of other scripts, without the full-width digits. */
const FIRST_FOREIGN_DIGIT = 0x0660;
const LAST_FOREIGN_DIGIT = 0x17e9;
const ZERO_WIDTH_SPACE = 0x200b;
const SOFT_HYPHEN = 0xad;
const FIRST_FULL_WIDTH_DIGIT = 0xff10;
const BLANK = 0x20;
const NEW_LINE = 0x0a;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const LETTER_E = 0x65;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
/** Maximum digits of a day, a month or a version. Such numbers are codes only if they are isolated. */
const MAX_SMALL_DIGITS = 2;
const YEAR_LENGTH = 4;
/** The bit that distinguishes lower case from upper case in ASCII. */
const LOWER_CASE_BIT = 0x20;

const isDateSign = (unit: number) =>
  unit === HYPHEN || unit === FULL_STOP || unit === SLASH;
const isLoneE = (text: string, at: number, from: number) =>
  (text.charCodeAt(at) | LOWER_CASE_BIT) === LETTER_E &&
  (at === from || !isWordUnitAt(text.charCodeAt(at - 1)));

/** Returns true after a letter that isn't part of an escape, as the `n` of a line break is. */
const isInWord = (text: string, at: number, from: number) =>
  at > from &&
  isLetter(text.charCodeAt(at - 1)) &&
  (at - 2 < from || text.charCodeAt(at - 2) !== BACKSLASH);

/** Returns true after a lower-case word: `attempt 2`. */
function isInSentence(text: string, end: number, from: number): boolean {
  let at = end;

  while (at > from && isLetter(text.charCodeAt(at - 1))) at--;

  return (
    at < end &&
    text.charCodeAt(at) >= 0x61 &&
    (at === from || text.charCodeAt(at - 1) < 0x80)
  );
}

/** Returns true for one or two digits, or the decimals of an amount. */
const isShortGroup = (text: string, at: number, to: number) =>
  text.charCodeAt(at - 1) === FULL_STOP ||
  at + MAX_SMALL_DIGITS >= to ||
  !isDigit(text.charCodeAt(at + MAX_SMALL_DIGITS));

/** Returns true for `.0`, as spreadsheets print whole numbers: `63016.0`. */
const isZeroDecimal = (text: string, at: number, to: number) =>
  at < to &&
  text.charCodeAt(at) === 0x30 &&
  (at + 1 === to ||
    !(
      isWordUnitAt(text.charCodeAt(at + 1)) ||
      text.charCodeAt(at + 1) === FULL_STOP
    ));

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number) =>
  (unit | LOWER_CASE_BIT) >= 0x61 && (unit | LOWER_CASE_BIT) <= 0x7a;
const isWordUnitAt = (unit: number) =>
  isLetter(unit) || isDigit(unit) || unit === UNDERSCORE;
const isPartOfWord = (unit: number, text: string, at: number) =>
  isWordUnitAt(unit) ||
  (unit === HYPHEN && isWordUnitAt(text.charCodeAt(at + 1)));
