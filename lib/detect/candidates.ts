import { getRegistryId, OWN_CODES_API } from '../core/entry-key.ts';
import { memoize } from '../core/get-or-insert.ts';
import {
  isAsciiLetter,
  isDigit,
  isLetter,
  isWordUnit,
} from '../core/letters.ts';
import { dropOverlaps, type Span } from '../core/spans.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { readGroupedNumber } from '../structure/number-notation.ts';
import {
  type CodeForm,
  getCodeForm,
  isBirdCode,
  isHttpStatus,
  looksLikeProviderCode,
} from './code-form.ts';
import type { CodeIndex, Meaning } from './code-index.ts';
import type { TextContext } from './hit.ts';
import { isListComma } from './list-separators.ts';
import { hasLeftBoundary, hasRightBoundary } from './number-boundary.ts';
import {
  findPrintedCodes,
  isNamedNear,
  type PrintedCodes,
} from './printed-codes.ts';

/** A piece of text that could be a code by its form alone. */
export interface Candidate extends Span {
  code: string;
  kind: 'number' | 'range' | 'symbol';
  meanings: readonly Meaning[];
  form: CodeForm;
  /** Length of the `.0` after it, which spreadsheets and pandas print when a column has empty cells. */
  decimals?: number;
  /** True if its form is one that only one list prints, and the code is in that list. */
  isPrinted?: boolean;
  /** True if it is written in groups: `131,047`. Only a label or a column of codes tells it from an amount. */
  isGrouped?: boolean;
}

const MAX_WORD_LENGTH = 64;

interface Source {
  text: string;
  index: CodeIndex;
  symbols: Symbols;
  printed(): PrintedCodes;
}

type Symbols = ReturnType<typeof getSymbols>;

/** Returns the symbols of an index. Symbols of several words are indexed by their first word. */
const getSymbols = memoize((index: CodeIndex) => {
  const whole = new Set<string>();
  const phrases = new Map<string, string[]>();

  for (const symbol of index.symbols) {
    const blank = symbol.indexOf(' ');

    if (blank < 0) whole.add(symbol);
    else
      phrases.set(symbol.slice(0, blank), [
        ...(phrases.get(symbol.slice(0, blank)) ?? []),
        symbol,
      ]);
  }

  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);

  return { whole, printed: new Set(index.printedWords), phrases };
});

/** Returns every candidate of a text with ASCII digits, in text order and linear time. */
export function findCandidates(
  text: string,
  index: CodeIndex,
  context: TextContext = {},
): Candidate[] {
  let printed: PrintedCodes | null = null;

  const source: Source = {
    text,
    index,
    symbols: getSymbols(index),
    printed: () => (printed ??= findPrintedCodes(text, index, context)),
  };

  const found: Candidate[] = [];

  for (let at = 0; at < text.length; ) {
    const { candidate, next } = readCandidateAt(source, at);
    if (candidate) found.push(candidate);
    at = next;
  }

  const own = readLiterals(text, index);

  return own.length === 0
    ? found
    : [...dropOverlaps(found, own), ...own].sort((a, b) => a.start - b.start);
}

interface Reading {
  candidate: Candidate | null;
  /** Where the scan goes on. */
  next: number;
}

/** Reads the number, the word or the sign at an offset. */
function readCandidateAt(source: Source, start: number): Reading {
  const unit = source.text.charCodeAt(start);

  const reading = isDigit(unit)
    ? readDigitsAt(source, start)
    : isAsciiLetter(unit) && readLettersAt(source, start);

  if (!reading) return { candidate: null, next: start + 1 };

  const { candidate, next } = reading;

  return {
    candidate,
    next: candidate ? Math.max(candidate.end, start + 1) : next,
  };
}

const MAX_CODE_DIGITS = 7;
const MAX_GROUP_DIGITS = 3;

function readDigitsAt(source: Source, start: number): Reading {
  const { text } = source;
  let end = start;

  while (isDigit(text.charCodeAt(end))) end++;

  if (end - start <= MAX_GROUP_DIGITS) {
    // `131_047`
    if (/^_\d{3}(?![\d_])/.test(text.slice(end, end + 5))) end += 4;
    else {
      const grouped = readGroupedAt(source, start);
      if (grouped) return { candidate: grouped.candidate, next: grouped.end };
    }
  }

  return {
    candidate:
      end - start > MAX_CODE_DIGITS ? null : readNumberAt(source, start, end),
    next: end,
  };
}

function readLettersAt(source: Source, start: number): Reading {
  const { end, digit } = readWordAt(source.text, start);

  return {
    candidate:
      end - start > MAX_WORD_LENGTH
        ? null
        : readSymbolAt(source, start, source.text.slice(start, end)),
    // At the first digit of a word: `ErrorCode63016`.
    next: digit < 0 ? end : digit,
  };
}

/** Returns the texts that stand for the team's own codes. They need no other evidence, as forms that only one list prints. */
function readLiterals(text: string, index: CodeIndex): Candidate[] {
  return (index.findLiterals?.(text) ?? []).map(({ start, end, literal }) => {
    const meanings = index.meaningsOfLiteral(literal);

    const code =
      meanings.find(({ api }) => api === OWN_CODES_API)?.code ?? literal;

    return {
      start,
      end,
      code,
      kind: 'symbol',
      meanings,
      form: 'symbol',
      isPrinted: true,
    };
  });
}

/** Returns the end of a word, hyphens and underscores included, and the offset of its first digit or -1. */
function readWordAt(
  text: string,
  start: number,
): { end: number; digit: number } {
  let digit = -1;
  let at = start;

  for (; at - start <= MAX_WORD_LENGTH || digit < 0; at++) {
    const unit = text.charCodeAt(at);

    if (isDigit(unit)) {
      if (digit < 0) digit = at;
    } else if (unit === 0x2d) {
      if (!isWordUnit(text.charCodeAt(at + 1))) break;
    } else if (!isAsciiLetter(unit) && unit !== 0x5f) break;
  }

  return { end: at, digit };
}

function readNumberAt(
  source: Source,
  from: number,
  end: number,
): Candidate | null {
  const { text, index, symbols } = source;
  const decimals = getDecimalsLength(text, from, end);
  const digits = text.slice(from, end).replace('_', '');
  const range = readRangeAt(text, from, end, index);
  if (range) return range;

  const isMinus =
    text.charCodeAt(from - 1) === 0x2d &&
    /[\s:=("'[,]/.test(text[from - 2] ?? ' ');

  const isBelow = isMinus && index.meaningsOf(`-${digits}`).length > 0;
  // `"code":-1` is not 1.
  if (isMinus && !isBelow && digits.length < 3) return null;

  const isFree = decimals > 0 || hasRightBoundary(text, end, digits);
  if (!isFree || !(isBelow || hasLeftBoundary(text, from, digits))) return null;

  const code = isBelow ? `-${digits}` : digits;
  const candidate = createCandidate(source, from, code, 'number');

  if (
    candidate.meanings.length === 0 &&
    !isPlausibleUnknown(text, from, code, symbols)
  )
    return null;

  return {
    ...candidate,
    start: isBelow ? from - 1 : from,
    end,
    ...(decimals > 0 && { decimals }),
  };
}

/**
 * Reads a number in groups, such as `131,047`. Its parts are no numbers of their own. Returns null for other numbers, and
 * for a list of codes with three digits.
 */
function readGroupedAt(
  source: Source,
  start: number,
): { end: number; candidate: Candidate | null } | null {
  const { text, index, symbols } = source;
  const grouped = readGroupedNumber(text, start);
  if (!grouped) return null;
  const { end, digits, sign } = grouped;
  const isKnown = index.meaningsOf(digits).length > 0;
  if (
    sign === ',' &&
    !isKnown &&
    isListComma(text, start + digits.length - 3, digits)
  )
    return null;
  const isFree =
    hasLeftBoundary(text, start, digits) && hasRightBoundary(text, end, digits);
  if (!isFree || !(isKnown || isPlausibleUnknown(text, start, digits, symbols)))
    return { end, candidate: null };
  return {
    end,
    candidate: {
      ...createCandidate(source, start, digits, 'number'),
      end,
      isGrouped: true,
    },
  };
}

/** A shorter number with decimals is a version or a score, unless it fills its cell. */
const MIN_FLOAT_DIGITS = 3;

/** Returns the length of the decimals of a code in a column of floats (`131047.0`), or 0. */
function getDecimalsLength(text: string, start: number, end: number): number {
  if (text.charCodeAt(end) !== 0x2e || text.charCodeAt(end + 1) !== 0x30)
    return 0;

  if (!/^\.0(?![\d\p{L}.%])/u.test(text.slice(end, end + 4))) return 0;
  if (end - start >= MIN_FLOAT_DIGITS) return 2;

  const fillsCell = /(?:^|[\n\t|,;])[ \t]*$/.test(
    text.slice(Math.max(0, start - 4), start),
  );

  return fillsCell &&
    /^[ \t]*(?:$|[\n\t|,;])/.test(text.slice(end + 2, end + 8))
    ? 2
    : 0;
}

/** Creates a candidate: with the meanings of its list, if only one prints this form, else with all. */
function createCandidate(
  { text, index, printed }: Source,
  start: number,
  code: string,
  kind: 'number' | 'symbol',
): Candidate {
  let meanings = index.meaningsOf(code);
  const numbered = index.numbered(code);

  const registry =
    meanings.length + numbered.length > 0 ? printed().get(start) : undefined;

  if (registry !== undefined)
    meanings = [...meanings, ...numbered].filter(
      (meaning) => getRegistryId(meaning) === registry,
    );
  else if (numbered.length > 0)
    meanings = [
      ...meanings,
      ...numbered.filter(({ provider }) =>
        isNamedNear(provider, text, start, index),
      ),
    ];

  const isPrinted = registry !== undefined && meanings.length > 0;
  const form = getCodeForm({ code, kind, meanings });

  return {
    start,
    end: start + code.length,
    code,
    kind,
    meanings,
    form,
    isPrinted,
  };
}

/** Reads a range of the catalogue (`200-299`), or one that begins or ends with a code (`63000-63999`). */
function readRangeAt(
  text: string,
  start: number,
  end: number,
  index: CodeIndex,
): Candidate | null {
  const dash = text.charCodeAt(end);
  if (dash !== 0x2d && dash !== 0x2013) return null;

  const to = /^\d{3,7}(?![\d\p{L}]|[.,:/-]\d)/u.exec(
    text.slice(end + 1, end + 10),
  )?.[0];

  const from = text.slice(start, end);
  if (!to || !hasLeftBoundary(text, start, from)) return null;

  const code = `${from}-${to}`;
  const meanings = index.meaningsOf(code);
  if (meanings.length === 0 && !isRangeOfCodes(from, to, index)) return null;

  const form = getCodeForm({ code, kind: 'range', meanings });

  return {
    start,
    end: end + 1 + to.length,
    code,
    kind: 'range',
    meanings,
    form,
  };
}

const YEAR = /^(?:19|20)\d\d$/;

/** Returns true for a range of four- or five-digit codes. Longer codes are listed one by one. */
function isRangeOfCodes(from: string, to: string, index: CodeIndex): boolean {
  if (
    from.length < 4 ||
    from.length > 5 ||
    from.length !== to.length ||
    from > to
  )
    return false;

  if (YEAR.test(from) && YEAR.test(to)) return false;

  return [from, to].some(
    (end) => looksLikeProviderCode(end) || index.meaningsOf(end).length > 0,
  );
}

function readSymbolAt(
  source: Source,
  start: number,
  written: string,
): Candidate | null {
  const { text } = source;
  const { whole, phrases } = source.symbols;
  const isNew = isBirdCode(written) && isProven(text, start);
  const isCode = isNew || whole.has(written);

  if (!isCode && !phrases.has(written))
    return readPrintedWord(source, start, written);

  if (continuesWord(text, start)) return null;

  const phrase = phrases
    .get(written)
    ?.find((one) => isPhraseAt(text, start, one));

  if (!phrase && (!isCode || isContinued(text, start + written.length)))
    return null;

  const candidate = createCandidate(source, start, phrase ?? written, 'symbol');

  return isNew ? { ...candidate, form: 'unknown-like' } : candidate;
}

/** Returns an everyday word, which is a code only in a form that one list prints. */
function readPrintedWord(
  source: Source,
  start: number,
  written: string,
): Candidate | null {
  if (!source.symbols.printed.has(written)) return null;

  const candidate = createCandidate(source, start, written, 'symbol');
  return candidate.isPrinted ? candidate : null;
}

/** Returns true after a digit or a sign that makes a word the end of a longer one. */
function continuesWord(text: string, start: number): boolean {
  const before = text[start - 1] ?? ' ';

  return (
    /[\d_$@]/.test(before) ||
    (before === '-' && /\w/.test(text[start - 2] ?? ''))
  );
}

/** Returns true before a sign that makes a word a key or the beginning of a longer word. */
const isContinued = (text: string, end: number): boolean =>
  text[end] === '=' ||
  (text[end] === '-' && isLetter(text.charCodeAt(end + 1)));

const isPhraseAt = (text: string, start: number, phrase: string): boolean =>
  text.startsWith(phrase, start) &&
  !/\w/.test(text[start + phrase.length] ?? '');

/** Returns true for an unknown number that looks like Meta's own, or is where only codes occur. */
function isPlausibleUnknown(
  text: string,
  start: number,
  code: string,
  { whole }: Symbols,
): boolean {
  if (looksLikeProviderCode(code)) return true;
  if (code[0] === '0') return false;

  const followingText = text.slice(
    start + code.length,
    start + code.length + 80,
  );

  const leadsLine = /(?:^|\n)[ |]{0,4}["'`*]{0,2}$/.test(
    text.slice(Math.max(0, start - 8), start),
  );

  // `53: 'REJECTED_…'`, `| 53 | REJECTED_… |`: a provider numbers its symbols, and no list is complete.
  const symbol =
    leadsLine &&
    /^[\s:|=>'"`]{1,6}([A-Z]{2}[A-Z\d]*(?:_[A-Z\d]+)+)(?!\w)/.exec(
      followingText,
    )?.[1];

  if (symbol && code.length >= 2 && code.length <= 5 && whole.has(symbol))
    return true;

  if (code.length < 3) return false;
  if (isProven(text, start)) return true;

  // Alone in the first cell of a row, so the column header decides.
  return (
    leadsLine &&
    code.length <= 6 &&
    !isHttpStatus(code) &&
    /^["'`*]{0,2}\s{0,3}(?:\||\t)/.test(followingText)
  );
}

/** Text before a number that can only introduce a code, so an unknown number is a candidate too. */
const CODE_CUE_BEFORE = new RegExp(
  `#$|code(?:${FIELD_SIGN}|["']?\\)?\\s?={2,3}\\s?["']?|\\s[:*"'\`(]*)$`,
  'i',
);

function isProven(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);

  return (
    (before.endsWith('#') || /code/i.test(before)) &&
    CODE_CUE_BEFORE.test(before)
  );
}

/** Returns an unknown number that fills a cell. The column header decides whether it is a code. */
export function findSoleCandidate(cell: string): Candidate | null {
  const code = cell.trim();
  if (!/^[1-9]\d{2,5}$/.test(code) || isHttpStatus(code)) return null;

  const start = cell.indexOf(code);

  return {
    start,
    end: start + code.length,
    code,
    kind: 'number',
    meanings: [],
    form: 'unknown',
  };
}
