import { FOREIGN_DIGIT, SPLIT_NUMBER } from '../../core/digits.ts';
import { isDigit } from '../../core/letters.ts';
import { HASH_SEED, hashStep } from '../../core/word-hash.ts';
import { createLiteralFinder } from '../literals.ts';
import {
  isInTime,
  MAX_LISTED_DIGITS,
  type NumberInText,
} from '../number-in-time.ts';
import { UNIT_PATTERN } from '../unit-pattern.ts';
import {
  CODE_CUES,
  GROUPS,
  MAX_STATE_UNITS,
  PHONE_NUMBER,
} from './filter-patterns.ts';
import {
  isVendorHost,
  type PrefilterData,
  unpackNumbers,
  unpackWords,
} from './prefilter-pack.ts';

/** Returns false if `detect` finds no code in a text, or between two offsets of it. True may be wrong. */
export type Prefilter = (text: string, from?: number, to?: number) => boolean;

/** Longer numbers are not codes. */
const MAX_CODE_DIGITS = 7;
/** In a word, shorter numbers are part of an id. */
const MIN_DIGITS_IN_WORD = 5;
/** A line with at least this many words is a sentence. */
const MIN_SEVERAL_PARTS = 3;

/**
 * Creates the prefilter. It passes texts with a number that is a code or as long as one, a symbol, a lone word that is
 * a code, a digit of another script, or a mention of codes.
 *
 * Patterns are strings, so that they are compiled only when needed.
 */
export function createPrefilter(data: PrefilterData, host = ''): Prefilter {
  const { numbers, words, states, harmfulStates, vendorHosts } = data;

  const harmful =
    isVendorHost(host, vendorHosts) && new RegExp(harmfulStates, 'gim');

  /** Bits of the headers that were read. */
  let heads = 0;
  const proof = new RegExp(CODE_CUES, 'i');
  const phoneNumber = new RegExp(PHONE_NUMBER);
  const foreignDigit = new RegExp(`${FOREIGN_DIGIT}|${SPLIT_NUMBER}`);
  const unitAfter = new RegExp(UNIT_PATTERN, 'y');
  const groups = new RegExp(`^${GROUPS}`);

  /** Unpacked at the first number, and at the first word that may be a symbol. */
  let listed: Uint8Array | undefined;
  let mayBeSymbol: ReturnType<typeof unpackWords> | undefined;

  /** What the text that is being read contains, as bits, and how many parts its blanks separate. */
  let met = 0;
  let parts = 0;

  /**
   * Rejects most texts: times, amounts, and lower-case prose. One call for each word, number and blank, because browsers
   * run it in the interpreter for the first few thousand texts. Never reads past the end of a text, because that makes V8
   * deoptimize the compiled code. To reproduce: run a loop to `to + 1` under `node --trace-deopt`.
   */
  function isLikely(text: string, from = 0, to = text.length): boolean {
    // Checked before the digits, to reject the whole number at once.
    if (
      startsWithPlus(text, from, to) &&
      phoneNumber.test(text.slice(from, to))
    )
      return false;

    if (hasLikelyNumber(text, from, to) || hasHarmfulState(text, from, to))
      return true;

    if (isLoneWord()) met |= SYMBOLS;
    if ((met & (SYMBOLS | FOREIGN | CUES)) === 0) return false;

    const own = text.slice(from, to);
    if (met & FOREIGN && foreignDigit.test(own)) return true;

    const mayHaveSymbol = (met & SYMBOLS) !== 0 || proof.test(own);

    return mayHaveSymbol && isLikelyByWords(own);
  }

  /** Returns true if a word may be alone in its line. Of several lines, any may have one word. */
  const isLoneWord = () =>
    (met & WORDS) !== 0 && ((met & LINES) !== 0 || parts < MIN_SEVERAL_PARTS);

  /** Reads a text up to the first number that may be a code, and notes what it contains. */
  function hasLikelyNumber(text: string, from: number, to: number): boolean {
    met = 0;
    parts = 1;

    for (let at = from; at < to; ) {
      const unit = text.charCodeAt(at);

      if (isLetter(unit)) at = readWord(text, at, to);
      else if (!isDigit(unit)) at = readOther(unit, text, at, from, to);
      else {
        const end = skipDigits(text, at, to);
        if (isLikelyNumber(text, at, end, from, to)) return true;
        at = end;
      }
    }

    return false;
  }

  /** Returns the end of the blanks or the sign at an offset. */
  function readOther(
    unit: number,
    text: string,
    at: number,
    from: number,
    to: number,
  ): number {
    if (unit <= BLANK) return readBlanks(text, at, from, to);

    met |= classifySign(unit);

    return at + 1;
  }

  /** Returns the end of a run of blanks. Those at either end of the text separate nothing. */
  function readBlanks(
    text: string,
    start: number,
    from: number,
    to: number,
  ): number {
    let at = start;

    for (; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit > BLANK) break;
      if (unit === NEW_LINE) met |= LINES;
    }

    if (start > from && at < to) parts++;

    return at;
  }

  /** Returns the end of a run of lower-case letters after the first one. A symbol goes on there. */
  function readWord(text: string, start: number, to: number): number {
    met |= WORDS;

    for (let at = start + 1; at < to; at++) {
      const unit = text.charCodeAt(at);

      if (unit < 0x61 || unit > 0x7a) {
        if (unit > BLANK && isPartOfWord(unit, text, at)) met |= SYMBOLS;
        return at;
      }

      if (unit === LETTER_O) met |= CUES;
    }

    return to;
  }

  function hasHarmfulState(text: string, from: number, to: number): boolean {
    if (!harmful || !(met & WORDS) || to - from > MAX_STATE_UNITS) return false;

    return [...text.slice(from, to).matchAll(harmful)].some(isState);
  }

  /** Returns true for a state. An everyday word is one only after headers. */
  function isState([
    found,
    number,
    template,
    column,
    everyday,
  ]: readonly string[]): boolean {
    if (number) heads |= TEMPLATE_HEAD | COLUMN_HEAD;
    else if (template) heads |= TEMPLATE_HEAD;
    else if (column) heads |= COLUMN_HEAD;

    return everyday
      ? heads === (TEMPLATE_HEAD | COLUMN_HEAD)
      : !(number ?? template ?? column ?? !found);
  }

  function isLikelyByWords(text: string): boolean {
    // An everyday word among others needs a mention of codes, as short numbers do.
    let needsProof = (met & NUMBERS) !== 0;

    for (const { start, end, hash, isConstant } of readWords(text)) {
      if (!isSymbol(hash)) continue;
      if (isConstant) return true;

      // A status that fills a cell of a message log is rarely a code.
      if (states.includes(` ${text.trim()} `)) return false;
      if (isAlone(text, start, end)) return true;

      needsProof = true;
    }

    return needsProof && proof.test(text);
  }

  function isSymbol(hash: number): boolean {
    mayBeSymbol ??= unpackWords(words);
    return mayBeSymbol(hash);
  }

  /** Returns true for a number in groups that is as long as a code: `131,047`. A blank separates groups only in a cell of its own. */
  function isGrouped(
    text: string,
    start: number,
    end: number,
    from: number,
    to: number,
  ): boolean {
    const mayGoOn = end - start <= MAX_GROUP_DIGITS && end + 1 < to;
    if (!mayGoOn || !isDigit(text.charCodeAt(end + 1))) return false;

    const part = text.slice(start, Math.min(to, start + MAX_GROUPED_UNITS));
    const [whole = '', sign = ','] = groups.exec(part) ?? [];
    if (whole === '') return false;

    const isCell = start === from && start + whole.length === to;
    if (BLANKS.includes(sign) && !isCell) return false;

    const number = Number(whole.replace(DECIMALS, '').replace(/\D/g, ''));

    return number >= MIN_LONG_NUMBER || isListed(number);
  }

  function isListed(number: number): boolean {
    listed ??= unpackNumbers(numbers);
    return listed[number] === 1;
  }

  /** Returns true for a code or a number as long as one, unless it is part of a time or a phone number. */
  function isLikelyNumber(
    text: string,
    start: number,
    end: number,
    from: number,
    to: number,
  ): boolean {
    const length = end - start;
    const isInside = isInWord(text, start, from);

    // Long enough for a code, or else a short code that needs other evidence.
    if (length > MAX_SMALL_DIGITS) met |= NUMBERS;

    if (isGrouped(text, start, end, from, to)) return true;

    // `SM1f013` is the end of an id.
    if (isInside && length < MIN_DIGITS_IN_WORD) return false;

    const isKnown =
      length <= MAX_LISTED_DIGITS && isListed(parseDigits(text, start, end));

    if (isKnown) met |= NUMBERS;

    const after = getUnit(text, end, from, to);

    // Before the others, because it rejects most numbers.
    if (hasOtherLength(length, isKnown, after)) return false;

    const number: NumberInText = {
      text,
      start,
      end,
      from,
      to,
      length,
      isInside,
      before: getUnit(text, start - 1, from, to),
      after,
    };

    return !OTHER_USES.some((isUse) => isUse(number)) && !hasUnit(number);
  }

  function hasUnit({ text, end }: NumberInText): boolean {
    unitAfter.lastIndex = end;
    return unitAfter.test(text);
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

/** What a text contains. `CUES`: a `#` or an `o`, without which `CODE_CUES` can't match. */
const WORDS = 1;
const SYMBOLS = 2;
const NUMBERS = 4;
const CUES = 8;
const FOREIGN = 16;
const LINES = 32;
/** Headers of templates and of their columns. The header of a number is both. */
const TEMPLATE_HEAD = 1;
const COLUMN_HEAD = 2;

const DECIMALS = /[.,]0{1,2}$/;
const BLANKS = ' \xa0\u2009\u202f';
const MAX_GROUP_DIGITS = 3;
const MAX_GROUPED_UNITS = 14;
/** The catalogue’s bits end below. */
const MIN_LONG_NUMBER = 100_000;
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

/** What a number is if it is no code, the cheapest tests first. */
const OTHER_USES: readonly ((number: NumberInText) => boolean)[] = [
  ({ before }) => before === PLUS,
  isPartOfWordOrId,
  isCount,
  isInDateOrAmount,
  isInTime,
];

/** Returns true for a number that is too long for a code, or short and not in the catalogue. */
function hasOtherLength(
  length: number,
  isKnown: boolean,
  after: number,
): boolean {
  if (after === UNDERSCORE) return false;

  return length > MAX_LISTED_DIGITS ? length > MAX_CODE_DIGITS : !isKnown;
}

/** Returns true next to letters, except for `E131047`, which may be a code. */
function isPartOfWordOrId({
  text,
  start,
  from,
  after,
  isInside,
}: NumberInText): boolean {
  if (!isInside) return false;

  return isLetter(after) || !isLoneE(text, start - 1, from);
}

/** Returns true for a short number after a lower-case word: `attempt 2`. */
function isCount({ text, start, from, length, before }: NumberInText): boolean {
  if (length > MAX_SMALL_DIGITS || before !== BLANK) return false;

  return isInSentence(text, start - 1, from);
}

/** Returns true for `2026-11-24` and `0.0541`. A longer number may be a code with its subcode: `131026:2494073`. */
function isInDateOrAmount(number: NumberInText): boolean {
  const { text, start, end, from, to, length, before, after } = number;
  if (length > MAX_LISTED_DIGITS) return false;

  const isAfterDigit =
    isDateSign(before) &&
    start - 2 >= from &&
    isDigit(text.charCodeAt(start - 2));

  if (isAfterDigit) return length <= MAX_SMALL_DIGITS || before === FULL_STOP;

  const isBeforeDigit =
    isDateSign(after) &&
    end + 1 < to &&
    isDigit(text.charCodeAt(end + 1)) &&
    !isFloat(number);

  return (
    isBeforeDigit &&
    (length <= YEAR_LENGTH || after === FULL_STOP) &&
    isShortGroup(text, end + 1, to)
  );
}

/** Returns true for a whole number with a decimal, as spreadsheets print it: `63016.0`. */
const isFloat = ({ text, start, end, from, to, length, after }: NumberInText) =>
  after === FULL_STOP &&
  isZeroDecimal(text, end + 1, to) &&
  (length > MAX_SMALL_DIGITS || end + 2 - start === to - from);

/** A word with underscores, hyphens and digits. Reused for each word, to avoid allocations. */
const symbol = {
  /** Its first letter, or -1 for an id. */
  start: -1,
  end: 0,
  hash: 0,
  /** True if it has a capital, a hyphen or an underscore after its first letter. */
  isConstant: false,
};

/** Yields the words of a text, without ids. The object is reused. */
function* readWords(text: string): Generator<typeof symbol> {
  for (let at = 0; at < text.length; at = symbol.end + 1)
    if (readSymbol(text, at).start >= 0) yield symbol;
}

/** Reads the word that begins at an offset, which may be empty. A capital after a digit starts a new one: `A306MISSING_TOKEN`. */
function readSymbol(text: string, from: number): typeof symbol {
  let at = from;
  let afterDigit = false;
  let isId = false;

  symbol.start = -1;
  symbol.hash = HASH_SEED;
  symbol.isConstant = false;

  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isPartOfWord(unit, text, at)) break;

    const isNumeral = isDigit(unit);

    // No symbol has a small letter after a digit.
    isId ||= afterDigit && unit >= 0x61 && unit <= 0x7a;

    if (isLetter(unit) && (symbol.start < 0 || afterDigit)) {
      symbol.start = at;
      symbol.hash = HASH_SEED;
    } else if (symbol.start >= 0 && !isNumeral)
      symbol.isConstant ||= unit < 0x61 || unit === UNDERSCORE;

    symbol.hash = hashStep(symbol.hash, unit);
    afterDigit = isNumeral;
  }

  if (isId) symbol.start = -1;
  symbol.end = at;

  return symbol;
}

function startsWithPlus(text: string, from: number, to: number): boolean {
  let at = from;

  while (at < to && text.charCodeAt(at) <= BLANK) at++;

  return at < to && text.charCodeAt(at) === PLUS;
}

function skipDigits(text: string, start: number, to: number): number {
  let at = start + 1;

  while (at < to && isDigit(text.charCodeAt(at))) at++;

  return at;
}

/** Returns the UTF-16 unit at an offset, or 0 outside the limits. */
const getUnit = (text: string, at: number, from: number, to: number): number =>
  at >= from && at < to ? text.charCodeAt(at) : 0;

function parseDigits(text: string, start: number, end: number): number {
  let value = 0;

  for (let at = start; at < end; at++)
    value = value * 10 + text.charCodeAt(at) - 0x30;

  return value;
}

/** Returns the bit of a sign, or 0. */
function classifySign(unit: number): number {
  if (unit === HASH) return CUES;
  if (unit === SOFT_HYPHEN) return FOREIGN;
  if (unit < FIRST_FOREIGN_DIGIT) return 0;

  const isForeign =
    unit <= LAST_FOREIGN_DIGIT ||
    unit === ZERO_WIDTH_SPACE ||
    unit >= FIRST_FULL_WIDTH_DIGIT;

  return isForeign ? FOREIGN : 0;
}

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

const isLetter = (unit: number) =>
  (unit | LOWER_CASE_BIT) >= 0x61 && (unit | LOWER_CASE_BIT) <= 0x7a;
const isWordUnitAt = (unit: number) =>
  isLetter(unit) || isDigit(unit) || unit === UNDERSCORE;
const isPartOfWord = (unit: number, text: string, at: number) =>
  isWordUnitAt(unit) ||
  (unit === HYPHEN && isWordUnitAt(text.charCodeAt(at + 1)));
