import type { Meaning } from './code-index.ts';
import { type Form, formOf, isNumbered, looksOwn } from './form.ts';
import { endsFree, standsFree, startsFree } from './free.ts';
import type { Lexicon } from './lexicon.ts';
import { isSpan } from './list-signs.ts';
import { groupsEnd, isAsciiLetter, isWordUnit, LONGEST_WORD, wordAt } from './runs.ts';
import type { Spot } from './spots.ts';
import type { StemPlaces } from './stems.ts';
import { isDigit, isLetter } from './words/letters.ts';
import { isProven, worthALook } from './worth-a-look.ts';

/** A piece of text that could be a code by its form alone. */
export interface Candidate {
  start: number;
  end: number;
  /** As the catalogue writes it. */
  code: string;
  kind: 'number' | 'range' | 'symbol';
  meanings: readonly Meaning[];
  form: Form;
  /** What is known of its place in a line that was met before. */
  spot?: Spot | undefined;
  /** Number of that line. */
  line?: number | undefined;
}

/** More than this many are not judged, so that a hostile page costs no more than a large honest one. */
export const MAX_CANDIDATES = 10_000;

/**
 * Every candidate of a text with ASCII digits, in text order. Looks at each character a bounded number of times.
 *
 * @param stems Takes the stems of the text's words, which are read on the way.
 */
export function findCandidates(text: string, lexicon: Lexicon, stems: StemPlaces | null = null): Candidate[] {
  const found: Candidate[] = [];
  scan(text, 0, text.length, lexicon, stems, found);
  return found;
}

/** Adds those that begin between two offsets. */
export function scan(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
  stems: StemPlaces | null,
  found: Candidate[],
): void {
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    let candidate: Candidate | null = null;
    const start = at;
    if (unit <= 0x39 && unit >= 0x30) {
      let value = unit - 0x30;
      let next = text.charCodeAt(++at);
      for (; next <= 0x39 && next >= 0x30; next = text.charCodeAt(++at)) value = value * 10 + next - 0x30;
      if (next === 0x5f) {
        at = groupsEnd(text, at);
        if (at - start === 7 || at - start === 5 || at - start === 6)
          candidate = numberAt(text, start, at, -1, lexicon);
      } else if (at - start <= 7) candidate = numberAt(text, start, at, value, lexicon);
    } else if (isAsciiLetter(unit)) {
      // The scan goes on at the first digit of a word: `ErrorCode63016`.
      const { end, digit } = wordAt(text, start, stems);
      at = digit < 0 ? end : digit;
      if (end - start <= LONGEST_WORD && lexicon.maySymbol(unit, text.charCodeAt(end - 1), end - start))
        candidate = symbolAt(text, start, text.slice(start, end), lexicon);
      else if (unit === 0x45 && end - start === 6) candidate = numberedAt(text, start, end);
    } else at++;
    if (!candidate) continue;
    found.push(candidate);
    if (found.length >= MAX_CANDIDATES) break;
    at = Math.max(candidate.end, start + 1);
  }
}

/** @param value Of the digits; -1 where underscores stand among them. */
function numberAt(
  text: string,
  from: number,
  stop: number,
  value: number,
  lexicon: Lexicon,
): Candidate | null {
  let start = from;
  let end = stop;
  if (cannotStand(text, start, end)) return null;
  const written = value < 0 ? text.slice(start, end) : '';
  if (value < 0 && !/^\d{1,3}_\d{3}$/.test(written)) return null;
  const digits = value < 0 ? written.replace('_', '') : lexicon.numberOf(value, text, start, end).code;
  const range = rangeAt(text, start, end, lexicon);
  if (range) return range;
  const minus = isMinus(text, start);
  const below = minus && lexicon.index.meaningsOf(`-${digits}`).length > 0;
  // `"code":-1` is not 1.
  if (minus && !below && digits.length < 3) return null;
  if (below) {
    if (!endsFree(text, end, digits)) return null;
    start -= 1;
    end = start + digits.length + 1;
    const code = `-${digits}`;
    const meanings = lexicon.index.meaningsOf(code);
    return { start, end, code, kind: 'number', meanings, form: formOf({ code, kind: 'number', meanings }) };
  }
  if (!standsFree(text, start, end, digits)) return null;
  const { code, meanings, form } = lexicon.numberOf(Number(digits), digits, 0, digits.length);
  if (meanings.length === 0 && !worthALook(text, start, code, lexicon)) return null;
  return { start, end, code, kind: 'number', meanings, form };
}

/** A quick no for the parts of times, dates, amounts and addresses: most numbers of a log. */
export function cannotStand(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === 0x2d) {
    if (isWordUnit(text.charCodeAt(start - 2)) && !isSpan(text, start - 1)) return true;
  } else if (before === 0x3a || before === 0x2e) {
    if (isDigit(text.charCodeAt(start - 2)) && (before === 0x2e || end - start < 6)) return true;
  } else if (end - start < 3 && isAsciiLetter(before)) {
    // `\\n4`, `%3A4`
    if (text.charCodeAt(start - 2) !== 0x5c && text.charCodeAt(start - 3) !== 0x25) return true;
  }
  const after = text.charCodeAt(end);
  if (after !== 0x3a && after !== 0x2e && after !== 0x2d) return false;
  if (!isDigit(text.charCodeAt(end + 1))) return false;
  if (after === 0x3a && (end - start >= 6 || isDigit(text.charCodeAt(end + 7)))) return false;
  // `200-299`
  return after !== 0x2d || !isDigit(text.charCodeAt(end + 2)) || !isDigit(text.charCodeAt(end + 3));
}

/** `200-299` where the catalogue has exactly this range, or `63000-63999`, one that begins or ends with a code. */
function rangeAt(text: string, start: number, end: number, lexicon: Lexicon): Candidate | null {
  const dash = text.charCodeAt(end);
  if (dash !== 0x2d && dash !== 0x2013) return null;
  const to = /^\d{3,7}(?![\d\p{L}]|[.,:/-]\d)/u.exec(text.slice(end + 1, end + 10))?.[0];
  if (!to || !startsFree(text, start, text.slice(start, end))) return null;
  const from = text.slice(start, end);
  const code = `${from}-${to}`;
  const meanings = lexicon.index.meaningsOf(code);
  if (meanings.length === 0 && !isStrangeRange(from, to, lexicon)) return null;
  const form = formOf({ code, kind: 'range', meanings });
  return { start, end: end + 1 + to.length, code, kind: 'range', meanings, form };
}

/** Longer codes are each told for themselves; statuses of HTTP and years are ranges of other things. */
function isStrangeRange(from: string, to: string, { index }: Lexicon): boolean {
  if (from.length < 4 || from.length > 5 || from.length !== to.length || from > to) return false;
  if (YEAR.test(from) && YEAR.test(to)) return false;
  return [from, to].some((end) => looksOwn(end) || index.meaningsOf(end).length > 0);
}

const YEAR = /^(?:19|20)\d\d$/;

export function symbolAt(text: string, start: number, written: string, lexicon: Lexicon): Candidate | null {
  const before = text[start - 1] ?? ' ';
  if (
    before === '_' ||
    before === '$' ||
    before === '@' ||
    (before === '-' && /\w/.test(text[start - 2] ?? ''))
  )
    return null;
  for (const phrase of lexicon.phrases.get(written) ?? []) {
    if (text.startsWith(phrase, start) && !/\w/.test(text[start + phrase.length] ?? ''))
      return symbolOf(phrase, start, lexicon);
  }
  const after = text[start + written.length] ?? ' ';
  if (after === '=' || (after === '-' && isLetter(text.charCodeAt(start + written.length + 1)))) return null;
  return lexicon.symbols.has(written) ? symbolOf(written, start, lexicon) : null;
}

/** `"code":"E11005"`: Bird's form, which no list has whole; a flight or an additive stands elsewhere. */
function numberedAt(text: string, start: number, end: number): Candidate | null {
  const code = text.slice(start, end);
  return isNumbered(code) && isProven(text, start)
    ? { start, end, code, kind: 'symbol', meanings: [], form: 'unknown-like' }
    : null;
}

function symbolOf(code: string, start: number, { index }: Lexicon): Candidate {
  const meanings = index.meaningsOf(code);
  const form = formOf({ code, kind: 'symbol', meanings });
  return { start, end: start + code.length, code, kind: 'symbol', meanings, form };
}

export function isMinus(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === 0x2d && /[\s:=("'[,]/.test(text[start - 2] ?? ' ');
}
