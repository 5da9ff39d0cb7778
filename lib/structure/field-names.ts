import {
  BREAK_TOKEN,
  GAP_TOKEN,
  NUMBER_TOKEN,
  SIGN_TOKEN,
  type Tokens,
  WORD_TOKEN,
} from '../core/tokens.ts';
import { splitLines } from './lines.ts';
import { findObjectAround } from './object-around.ts';

/** The name before a value: a key, a label, the name of a function, or plain words. */
export interface FieldName {
  kind: 'key' | 'label' | 'call' | 'words';
  name: string;
}

export const MAX_NAME_LENGTH = 60;
const MAX_NAME_WORDS = 5;
/** Quotation marks, brackets and similar characters between a sign and a value. */
const OPENERS = '"\'`“”‘’«»([{*#\\<^';
/** Between a name and its sign. */
export const CLOSERS = '"\'`”’»)]*\\';
const CONNECTORS = ':=：→>!~﹕';

/** Signs between a name and its value, and nowhere else. */
export const SIGN = '=>|->|:=|[:=→]';

/** What is between a name and its value in JSON, dicts, PHP, `print_r`, `var_dump`, Markdown and logs. */
export const FIELD_SIGN = String.raw`["'\x60\]\\)*]{0,6}\s{0,8}(?:${SIGN})\s{0,8}(?:int\(|string\(\d{1,6}\)\s)?["'\x60\\*]{0,6}`;

/** Compiles a pattern that finds a field by its name. The value is the first group. */
export const createFieldPattern = (
  names: string,
  value: string,
  flags = 'i',
): RegExp =>
  new RegExp(`(?<![\\w-])(?:${names})${FIELD_SIGN}(${value})`, flags);

const NAME_BEFORE = new RegExp(
  String.raw`([\p{L}\p{M}\p{N}_$-]{1,60})${FIELD_SIGN}$`,
  'u',
);
const MAX_FIELD_UNITS = 100;

/** Returns the name of the field whose value begins at an offset, or an empty string. */
export const readNameBefore = (text: string, at: number): string =>
  NAME_BEFORE.exec(text.slice(Math.max(0, at - MAX_FIELD_UNITS), at))?.[1] ??
  '';

/** A string under a key that does not close before the text ends, in JSON, Python and PHP. */
const OPEN_VALUE =
  /"(\w+)"\s*:\s*"(?:[^"\\]|\\.)*$|'(\w+)'\s*(?::|=>)\s*'(?:[^'\\]|\\.)*$/;

/** Returns the key of the string in which a text ends, or an empty string. */
export function findOpenKey(text: string): string {
  const [, double, single] = OPEN_VALUE.exec(text) ?? [];
  return double ?? single ?? '';
}

export function isFirstInLine({ kind }: Tokens, first: number): boolean {
  for (let at = first - 1; at >= 0; at--) {
    if (kind[at] === BREAK_TOKEN) return true;
    if (kind[at] === WORD_TOKEN || kind[at] === NUMBER_TOKEN) return false;
  }

  return true;
}

export function getLineAbove(text: string, start: number): string | null {
  const window = splitLines(
    text.slice(Math.max(0, start - 2 * MAX_NAME_LENGTH), start),
  );

  const line = window.at(-2)?.trim() ?? '';
  const isCut = window.length === 2 && start > 2 * MAX_NAME_LENGTH;

  return line === '' ||
    isCut ||
    line.length > MAX_NAME_LENGTH ||
    /\d{2}|[.!?{}[\];,|]$/.test(line)
    ? null
    : line;
}

const MAX_OPENERS = 6;
const MAX_CLOSERS = 4;

/** Returns the name before a value, by the signs between them. */
export function findNameBefore(
  tokens: Tokens,
  first: number,
): FieldName | null {
  const opened = readSignsBefore(tokens, first - 1, OPENERS, MAX_OPENERS);
  const valueStart = skipTypeBefore(tokens, opened.at);
  const isInTree = isTreeOfJson(tokens, valueStart);

  const connector = readConnector(
    tokens,
    isInTree ? valueStart - 1 : valueStart,
  );

  if (connector.text === '')
    return readWordsBefore(tokens, connector.at, opened.signs);

  const { at, signs } = readSignsBefore(
    tokens,
    isInTree ? connector.at - 1 : connector.at,
    CLOSERS,
    MAX_CLOSERS,
    true,
  );

  if (!isWordOrNumber(tokens.kind[at])) return null;

  return readFieldName(tokens, at, connector.text, signs);
}

/** Viewers of JSON print key, colon and value in three lines. */
function isTreeOfJson(tokens: Tokens, at: number): boolean {
  const { kind } = tokens;

  return (
    kind[at] === BREAK_TOKEN &&
    isConnector(tokens, at - 1) &&
    kind[at - 2] === BREAK_TOKEN
  );
}

const getSign = ({ text, start, kind }: Tokens, at: number): string =>
  kind[at] === SIGN_TOKEN ? text.charAt(start[at] ?? 0) : '';

const isConnector = (tokens: Tokens, at: number): boolean =>
  CONNECTORS.includes(getSign(tokens, at) || ' ');

const isWordOrNumber = (kind: number | undefined): boolean =>
  kind === WORD_TOKEN || kind === NUMBER_TOKEN;

/**
 * Reads signs backwards from a token.
 *
 * @param withGaps Also skips the gap before a note between a label and its sign, and before that of a call:
 *   `code (Meta): 131047`, `String(code) ===`.
 * @returns The token before them, and the signs, the last one first.
 */
function readSignsBefore(
  tokens: Tokens,
  last: number,
  wanted: string,
  most: number,
  withGaps = false,
): { at: number; signs: string } {
  let at = last;
  let signs = '';

  for (; at > last - most && at >= 0; at--) {
    const sign = getSign(tokens, at);
    const isSkipped = withGaps && tokens.kind[at] === GAP_TOKEN;

    if (!isSkipped && (sign === '' || !wanted.includes(sign))) break;
    signs += sign;
  }

  return { at, signs };
}

/** Reads the signs that connect a value with its name, also `->` and `=>`, and skips a gap that aligns values. */
function readConnector(
  tokens: Tokens,
  last: number,
): { at: number; text: string } {
  const isAligned =
    tokens.kind[last] === GAP_TOKEN && isConnector(tokens, last - 1);

  let at = isAligned ? last - 1 : last;
  let text = '';

  for (; at >= 0; at--) {
    const isArrow = text === '>' && getSign(tokens, at) === '-';
    if (!isArrow && !isConnector(tokens, at)) break;

    text = getSign(tokens, at) + text;
  }

  return { at, text };
}

const MAX_CALL_WORDS = 3;
const MAX_PLAIN_WORDS = 4;

/** Returns the words before a value without a sign: `error 131047`, `fail(131047)`. */
function readWordsBefore(
  tokens: Tokens,
  at: number,
  opened: string,
): FieldName | null {
  const { start, end, kind } = tokens;
  if (kind[at] !== WORD_TOKEN) return null;

  const isCall =
    opened.endsWith('(') && (end[at] ?? 0) === (start[at + 1] ?? -1);

  return isCall
    ? { kind: 'call', name: readNameUpTo(tokens, at, '', MAX_CALL_WORDS) }
    : { kind: 'words', name: readNameUpTo(tokens, at, '', MAX_PLAIN_WORDS) };
}

/** Returns the key or the label that ends with a token. */
function readFieldName(
  tokens: Tokens,
  at: number,
  connector: string,
  closed: string,
): FieldName | null {
  const { text, end } = tokens;
  const quote = /["'`]/.exec(closed)?.[0] ?? '';

  // `template=otp_login code=131026`: the words before the key are the value of another one.
  const isPair =
    connector === '=' && quote === '' && text.charAt(end[at] ?? 0) === '=';

  const maxWords = isPair && isAmongPairs(tokens, at) ? 1 : MAX_NAME_WORDS;
  const name = readNameUpTo(tokens, at, quote, maxWords);
  if (!name) return null;

  const isData =
    quote !== '' || connector !== ':' || /[_.$]|[a-z][A-Z]/.test(name);

  return { kind: isData ? 'key' : 'label', name };
}

/** Returns true if the word before a key, past the blank, belongs to another pair, or if the key is one identifier. */
function isAmongPairs({ text, start, end }: Tokens, at: number): boolean {
  const before = text.slice(
    Math.max(0, (start[at] ?? 0) - MAX_NAME_LENGTH),
    end[at],
  );

  const [key = '', other = ''] = before.split(/\s/).reverse();

  return key.includes('_') || /[\d=]|[\]:;,]$/.test(other);
}

/** Type names that dumps and viewers print before a value: `code: int 100`, `"code":string"131047"`. */
const TYPE_NAMES = new Set([
  'int',
  'integer',
  'number',
  'string',
  'str',
  'long',
  'float',
  'double',
  'num',
]);

function skipTypeBefore(
  { text, start, end, kind }: Tokens,
  at: number,
): number {
  if (kind[at] !== WORD_TOKEN || kind[at - 1] !== SIGN_TOKEN) return at;

  const sign = text.charAt(start[at - 1] ?? 0);

  return CONNECTORS.includes(sign) &&
    TYPE_NAMES.has(text.slice(start[at], end[at]).toLowerCase())
    ? at - 1
    : at;
}

/** Returns the name that ends with a token. */
function readNameUpTo(
  tokens: Tokens,
  last: number,
  quote: string,
  maxWords: number,
): string {
  const { text, start, end, kind } = tokens;
  let from = start[last] ?? 0;
  let words = 1;

  for (let at = last - 1; at >= 0; at--) {
    const isWord = isWordOrNumber(kind[at]);

    if (!isWord && !isNameSign(tokens, at, quote)) break;
    if (isWord && isNewWord(tokens, at)) words++;
    if (isWord && words > getMaxWords(tokens, at, maxWords)) break;

    from = start[at] ?? from;
    if ((end[last] ?? 0) - from > MAX_NAME_LENGTH) break;
  }

  return text.slice(from, end[last]);
}

const isGlued = ({ start, end }: Tokens, at: number): boolean =>
  end[at] === start[at + 1];

/** A name of glued words may be longer: `order_update_failed`. */
const getMaxWords = (tokens: Tokens, at: number, most: number): number =>
  isGlued(tokens, at) ? 2 * most : most;

/** Scripts without spaces have one token for each letter. */
const isNewWord = (tokens: Tokens, at: number): boolean =>
  !isGlued(tokens, at) ||
  (tokens.text.codePointAt(tokens.start[at] ?? 0) ?? 0) < 0xe00;

/** Returns true for a sign within a name. A full stop ends a sentence; a dot in a name has no space after it. */
function isNameSign(tokens: Tokens, at: number, quote: string): boolean {
  const sign = getSign(tokens, at);
  if (sign === '' || sign === quote) return false;

  const isLast = sign === '.' && tokens.end[at] !== tokens.start[at + 1];

  return "_-.$'’/&()".includes(sign) && !isLast;
}

const MAX_OBJECT_UNITS = 600;
/** Brackets, blanks, and the beginning of a comment line. */
const TRAILING_BRACKETS = /(?:[\s[{(]|\n[^\S\n]{0,8}(?:\/\/|[#*]))+$/;
const OWNER_KEY = /([\w$]+)\\*["'`]?\s*(?::|=>?)\s*\\*["'`]?$/;

/** Returns the name before the bracket that encloses an offset: `errors` in `"errors":[{"code":`. */
export function findEnclosingKey(text: string, offset: number): string | null {
  const limits = { start: offset - MAX_OBJECT_UNITS, end: offset };

  const at = findObjectAround(
    text,
    { start: offset, end: offset },
    limits,
    '{}',
  )?.start;

  if (at === undefined) return null;

  const before = text
    .slice(Math.max(0, at - 60), at)
    .replace(TRAILING_BRACKETS, '');

  if (!before.endsWith(',') && !before.endsWith('}'))
    return OWNER_KEY.exec(before)?.[1] ?? null;

  // A later element of a list: `errors:[{…},{…}]`. The list's name is further back.
  const open = text.slice(
    Math.max(0, at - MAX_OBJECT_UNITS, text.lastIndexOf(']', at - 1) + 1),
    at,
  );

  return /(\w+)\\*["']?\s*[:=]>?\s*\[\s*\{/.exec(open)?.[1] ?? null;
}
