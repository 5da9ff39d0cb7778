import { isAsciiLetter, isDigit } from '../core/letters.ts';
import type { Span } from '../core/spans.ts';
import { HASH_SEED, hashStep } from '../core/word-hash.ts';
import { readGroupedNumber } from './number-notation.ts';

/**
 * What a number is. `part`: of a time, a name or a longer number. `other`: it is
 * no code. `common` and `rare`: it equals a code, and many or few other numbers
 * do so.
 */
export type NumberKind = 'part' | 'other' | 'common' | 'rare';

/** A number that is a word of its own: a code, a price, a count. */
export interface RecordNumber extends Span {
  /** Identifies its digits, with leading zeros. */
  id: number;
  kind: NumberKind;
}

/** Returns the digits of a number, without the signs between groups. */
export const getDigits = ({ id }: Pick<RecordNumber, 'id'>): string =>
  String(id).slice(1);

/** What is known of numbers and names. The catalogue is an argument of it. */
export interface NumberTests {
  classify(text: string, start: number, end: number, id: number): NumberKind;
  /** Returns true for a code that looks like an id: `E12345`. */
  isSymbol(word: string): boolean;
}

/** Longer numbers are ids, phone numbers and times. */
const MAX_DIGITS = 7;
const MAX_SYMBOL_UNITS = 64;
/** From this number of changes between letters and digits on, a word is an id. */
const MIN_ID_CHANGES = 2;
const MIN_LONG_ID_UNITS = 16;
const MIN_LONG_ID_CHANGES = 4;
/** A word that so often changes between small letters, capitals and digits is an id: `AbdKxQwLPz`. */
const MIN_CASED_UNITS = 8;
const MIN_CASED_SHARE = 0.35;

/** What replaces digits and ids in a shape. */
const DIGITS = 0x30;
const ID = 0x23;

/**
 * Reads the shape of a record: its text without digits and ids, and its numbers.
 * An object is reused for all records, to avoid allocations.
 */
export class RecordShape {
  /** Identifies the shape: 53 bits, because a log has many. */
  key = 0;
  /** Hash of the whole record. */
  textHash = 0;
  numbers: RecordNumber[] = [];
  /** True if the record has a sign of an escape, or a word that may be Base64. */
  mayBeEscaped = false;
  readonly #tests: NumberTests;
  readonly #hash = new WideHash();
  #whole = HASH_SEED;

  constructor(tests: NumberTests) {
    this.#tests = tests;
  }

  read(text: string): void {
    const hash = this.#hash;

    hash.reset();
    this.numbers = [];
    this.mayBeEscaped = false;
    this.#whole = HASH_SEED;

    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);

      if (getUnitKind(unit) !== OTHER_UNIT) at = this.#readWord(text, at);
      else {
        if (isEscapeSign(text, at, unit)) this.mayBeEscaped = true;

        hash.add(unit);
        this.#whole = hashStep(this.#whole, unit);
        at++;
      }
    }

    this.key = hash.value;
    this.textHash = mixBits(this.#whole);
  }

  /** Reads letters and digits with hyphens and underscores between them. Returns the end. */
  #readWord(text: string, start: number): number {
    const hash = this.#hash;
    const { first, second } = hash;
    const { end, digits } = this.#measureWord(text, start);
    const units = end - start;

    if (units >= MIN_BASE64_UNITS && text.charCodeAt(start - 1) !== 0x2e)
      this.mayBeEscaped = true;

    const isId = looksLikeId(units) && !this.#isSymbol(text, start, end);

    // Its letters are part of the hash already.
    if (digits === 0 && !isId) return end;

    hash.first = first;
    hash.second = second;

    if (isId) hash.add(ID);
    else if (digits === units) this.#readNumber(text, start, end);
    else this.#readMixedWord(text, start, end);

    return end;
  }

  #isSymbol(text: string, start: number, end: number): boolean {
    return (
      end - start <= MAX_SYMBOL_UNITS &&
      this.#tests.isSymbol(text.slice(start, end))
    );
  }

  /** Measures a word and adds it to the hashes, in one pass. */
  #measureWord(text: string, start: number): typeof word {
    const hash = this.#hash;
    let { first, second } = hash;
    let whole = this.#whole;
    let last = OTHER_UNIT;
    let end = start;

    word.digits = 0;
    word.letters = 0;
    word.changes = 0;
    word.cased = 0;

    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      const kind = getUnitKind(unit);

      if (kind === OTHER_UNIT && !isJointAt(text, end)) break;

      if (kind === DIGIT_UNIT) word.digits++;
      else if (kind !== OTHER_UNIT) word.letters++;

      if (kind !== last) noteChange(last, kind);

      first = hashStep(first, unit);
      second = stepSecond(second, unit);
      whole = hashStep(whole, unit);
      last = kind;
    }

    hash.first = first;
    hash.second = second;
    this.#whole = whole;
    word.end = end;

    return word;
  }

  #readMixedWord(text: string, start: number, end: number): void {
    const isSymbol = word.letters > 0 && this.#isSymbol(text, start, end);

    for (let at = start; at < end; ) {
      const from = at;

      while (at < end && isDigit(text.charCodeAt(at))) at++;

      if (isSymbol || at === from) this.#hash.add(text.charCodeAt(at++));
      else at = this.#readNumber(text, from, at);
    }
  }

  /** Returns the end: `131_047` and `131,047` are one number. */
  #readNumber(text: string, start: number, first: number): number {
    const end = findNumberEnd(text, start, first);

    this.#hash.add(DIGITS);

    if (first - start > MAX_DIGITS || isPartOfTime(text, start, end))
      return end;

    const id = readNumberId(text, start, end);
    const kind = this.#tests.classify(text, start, end, id);

    if (kind !== 'part')
      this.numbers.push({
        start,
        end,
        id,
        kind,
      });

    return end;
  }
}

/** Shorter runs are no Base64. */
const MIN_BASE64_UNITS = 32;

/** Returns true if a sign may begin an escape, a colour, quoted-printable or a PHP dump. */
function isEscapeSign(text: string, at: number, unit: number): boolean {
  if (unit === 0x5c || unit === 0x25 || unit === 0x26 || unit === 0x1b)
    return true;

  if (unit !== 0x3d) return false;

  const next = text.charCodeAt(at + 1);

  return next === 0x3e || next === 0x0a;
}

/** Returns a number that identifies digits with their leading zeros: 1…, of which the first digit is dropped. */
function readNumberId(text: string, start: number, end: number): number {
  let id = 1;

  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);

    if (isDigit(unit)) id = 10 * id + unit - 0x30;
  }

  return id;
}

const OTHER_UNIT = 0;
const DIGIT_UNIT = 1;
const LOWER_CASE_UNIT = 2;
const UPPER_CASE_UNIT = 3;

const UNIT_KINDS = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  if (isDigit(unit)) return DIGIT_UNIT;
  if (!isAsciiLetter(unit)) return OTHER_UNIT;

  return unit >= 0x61 ? LOWER_CASE_UNIT : UPPER_CASE_UNIT;
});

const getUnitKind = (unit: number): number => UNIT_KINDS[unit] ?? OTHER_UNIT;

/** Reused for each word, to avoid allocations. */
const word = {
  end: 0,
  digits: 0,
  letters: 0,
  changes: 0,
  cased: 0,
};

/** Returns true if the word that was measured last is an id, unless it is a code. */
function looksLikeId(units: number): boolean {
  const { changes, cased, digits } = word;

  if (digits === units) return false;

  if (units >= MIN_CASED_UNITS && changes + cased >= MIN_CASED_SHARE * units)
    return true;

  return (
    changes >=
    (units >= MIN_LONG_ID_UNITS ? MIN_LONG_ID_CHANGES : MIN_ID_CHANGES)
  );
}

/** Counts where letters and digits meet, and where the case of letters changes. */
function noteChange(last: number, kind: number): void {
  if (last === OTHER_UNIT || kind === OTHER_UNIT) return;

  if (last === DIGIT_UNIT || kind === DIGIT_UNIT) word.changes++;
  else word.cased++;
}

function isJointAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);

  return (
    (unit === 0x2d || unit === 0x5f) &&
    getUnitKind(text.charCodeAt(at + 1)) !== OTHER_UNIT
  );
}

const MAX_GROUP_DIGITS = 3;
const GROUP = /^_\d{3}(?![\d_])/;
const GROUP_SIGNS = new Set([..."_.,'’٬ "].map((sign) => sign.charCodeAt(0)));

/** Returns the end of a number that may be written in groups, from the end of its first digits. */
function findNumberEnd(text: string, start: number, end: number): number {
  const isOpen =
    end - start <= MAX_GROUP_DIGITS &&
    GROUP_SIGNS.has(text.charCodeAt(end)) &&
    isDigit(text.charCodeAt(end + 1)) &&
    isDigit(text.charCodeAt(end + 2)) &&
    !isDigit(text.charCodeAt(end + 4));

  if (!isOpen) return end;
  if (GROUP.test(text.slice(end, end + 5))) return end + 4;

  return readGroupedNumber(text, start)?.end ?? end;
}

const isTimeSign = (unit: number) =>
  unit >= 0x2d && unit <= 0x3a && !isDigit(unit);
const MAX_YEAR_DIGITS = 4;

/** Returns true if a number is a part of `2026-03-14 07:17:31.250`, of an address or of an amount. */
function isPartOfTime(text: string, start: number, end: number): boolean {
  const units = end - start;
  const before = text.charCodeAt(start - 1);
  const followsSign = isTimeSign(before) && isDigit(text.charCodeAt(start - 2));

  if (followsSign && (units <= 2 || before === 0x2e)) return true;

  const after = text.charCodeAt(end);

  if (units > MAX_YEAR_DIGITS || !isTimeSign(after)) return false;
  if (!isDigit(text.charCodeAt(end + 1))) return false;

  // `131047.0`, a code in a column of floats.
  const isFloat = after === 0x2e && text.charCodeAt(end + 1) === 0x30;

  return !isFloat && !isDigit(text.charCodeAt(end + 3));
}

const SECOND_SEED = 0x1b87_3593;
const SECOND_PRIME = 0x85eb_ca6b;

const stepSecond = (hash: number, unit: number) =>
  Math.imul(hash ^ unit, SECOND_PRIME) ^ (hash >>> 13);

/** A hash of 53 bits: two of 32 bits, of which the second loses some. */
export class WideHash {
  first = HASH_SEED;
  second = SECOND_SEED;

  reset(): void {
    this.first = HASH_SEED;
    this.second = SECOND_SEED;
  }

  add(unit: number): void {
    this.first = hashStep(this.first, unit);
    this.second = stepSecond(this.second, unit);
  }

  get value(): number {
    return (this.first >>> 0) * 0x20_0000 + (this.second >>> 11);
  }
}

/** Mixes the bits of a hash, so that the lowest of many hashes are a fair sample. */
export function mixBits(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), SECOND_PRIME);

  return (mixed ^ (mixed >>> 13)) >>> 0;
}
