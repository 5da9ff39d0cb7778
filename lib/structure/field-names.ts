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

/** Returns the name before a value, by the signs between them. */
export function findNameBefore(
  tokens: Tokens,
  first: number,
): FieldName | null {
  const { text, start, end, kind } = tokens;

  const signAt = (at: number) =>
    kind[at] === SIGN_TOKEN ? text.charAt(start[at] ?? 0) : '';

  let at = first - 1;
  let opened = '';

  for (let steps = 0; steps < 6 && at >= 0; steps++, at--) {
    const sign = signAt(at);
    if (sign === '' || !OPENERS.includes(sign)) break;
    opened += sign;
  }

  at = skipTypeBefore(tokens, at);

  // Viewers of JSON print key, colon and value in three lines.
  const isApart = (index: number) => kind[index] === BREAK_TOKEN;

  const isInTree =
    isApart(at) &&
    CONNECTORS.includes(signAt(at - 1) || ' ') &&
    isApart(at - 2);

  if (isInTree) at--;

  let connector = '';

  // Reads `->` and `=>`, and skips a gap that aligns values.
  for (; at >= 0; at--) {
    const sign = signAt(at);

    if (
      sign !== '' &&
      (CONNECTORS.includes(sign) || (sign === '-' && connector === '>'))
    )
      connector = sign + connector;
    else if (
      !(
        kind[at] === GAP_TOKEN &&
        connector === '' &&
        CONNECTORS.includes(signAt(at - 1) || ' ')
      )
    )
      break;
  }

  if (connector === '') {
    if (kind[at] !== WORD_TOKEN) return null;

    const isCall =
      opened.endsWith('(') && (end[at] ?? 0) === (start[at + 1] ?? -1);

    return {
      kind: isCall ? 'call' : 'words',
      name: readNameUpTo(tokens, at, '', isCall ? 3 : 4),
    };
  }

  if (isInTree) at--;

  let closed = '';

  for (let steps = 0; steps < 4 && at >= 0; steps++, at--) {
    const sign = signAt(at);
    if (sign === '' || !CLOSERS.includes(sign)) {
      // Skips a note between a label and its sign: `code (Meta): 131047`; a call: `String(code) ===`.
      if (kind[at] === GAP_TOKEN) continue;
      break;
    }

    closed += sign;
  }

  if (kind[at] !== WORD_TOKEN && kind[at] !== NUMBER_TOKEN) return null;

  const quote = /["'`]/.exec(closed)?.[0] ?? '';

  // `template=otp_login code=131026`: the words before the key are the value of another one.
  const isPair =
    connector === '=' && quote === '' && text.charAt(end[at] ?? 0) === '=';

  const name = readNameUpTo(
    tokens,
    at,
    quote,
    isPair && isAmongPairs(tokens, at) ? 1 : MAX_NAME_WORDS,
  );

  const isData =
    quote !== '' || connector !== ':' || /[_.$]|[a-z][A-Z]/.test(name);

  return name ? { kind: isData ? 'key' : 'label', name } : null;
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

function readNameUpTo(
  { text, start, end, kind }: Tokens,
  last: number,
  quote: string,
  maxWords: number,
) {
  let from = start[last] ?? 0;
  let words = 1;

  for (let at = last - 1; at >= 0; at--) {
    const what = kind[at];

    if (what === WORD_TOKEN || what === NUMBER_TOKEN) {
      const joined = end[at] === start[at + 1];

      const unspaced =
        joined && (text.codePointAt(start[at] ?? 0) ?? 0) >= 0xe00;

      // Scripts without spaces have one token for each letter.
      if (!unspaced && ++words > maxWords * (joined ? 2 : 1)) break;
    } else if (what === SIGN_TOKEN) {
      const sign = text.charAt(start[at] ?? 0);
      if (sign === quote || !"_-.$'’/&()".includes(sign)) break;
      // A full stop ends a sentence; a dot in a name has no space after it.
      if (sign === '.' && (end[at] ?? 0) !== start[at + 1]) break;
    } else break;

    from = start[at] ?? from;
    if ((end[last] ?? 0) - from > MAX_NAME_LENGTH) break;
  }

  return text.slice(from, end[last]);
}

const MAX_OBJECT_UNITS = 600;
/** Brackets, blanks, and the beginning of a comment line. */
const TRAILING_BRACKETS = /(?:[\s[{(]|\n[^\S\n]{0,8}(?:\/\/|[#*]))+$/;
const OWNER_KEY = /([\w$]+)\\*["'`]?\s*(?::|=>?)\s*\\*["'`]?$/;

/** Returns the name before the bracket that encloses an offset: `errors` in `"errors":[{"code":`. */
export function findEnclosingKey(text: string, offset: number): string | null {
  const within = { start: offset - MAX_OBJECT_UNITS, end: offset };

  const at = findObjectAround(
    text,
    { start: offset, end: offset },
    within,
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
