import { toAsciiDigits } from '../core/digits.ts';
import {
  decodeCodePoint,
  decodeEntity,
  decodePercent,
  ENTITY,
  PERCENT_ENCODED,
} from '../core/escapes.ts';
import { type ReplacedText, replaceMapped } from '../core/replaced-text.ts';

const ESCAPE_CHAR = String.raw`(?:\x1b|\\{1,4}(?:u001b|x1b|033|e))`;
/** In `C:\Users\nina`, no letter is that of an escape sequence. */
const DRIVE_PATH = String.raw`(?<!(?<!\\)[A-Za-z])[A-Za-z]:(?:\\{1,4}[^\\\s"'<>|:]{1,60}){0,6}\\{0,3}`;
/** Matches a non-ASCII character, or an escape sequence of a URL, JSON, HTML or a terminal. */
const UNUSUAL_FORMS = [
  String.raw`${ESCAPE_CHAR}\[[\d;]{0,12}[a-z]`,
  String.raw`[^\t\n\r\x20-\x7e]`,
  PERCENT_ENCODED,
  // Quoted-printable, for characters outside of ASCII.
  String.raw`(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3})`,
  String.raw`\\{1,4}u(?:[\da-f]{4}|\{[\da-f]{1,6}\})`,
  String.raw`\\{1,4}x[\da-f]{2}`,
  `(?<!${DRIVE_PATH})${String.raw`\\{1,4}[nrt]`}`,
  String.raw`\\{1,4}(?=/)`,
  // JSON in a cell of a CSV: `{""code"":1}`.
  String.raw`(?<=[{,:[])""(?=[^\s",:}\]])|(?<=[^\s",:{[])""(?=[:,}\]])`,
  ENTITY.replace('&', '&(?:amp;)?'),
];
const UNUSUAL = new RegExp(UNUSUAL_FORMS.join('|'), 'giu');

const TERMINAL_ESCAPE = new RegExp(`^${ESCAPE_CHAR}\\[`, 'i');

/**
 * Normalizes a text before the search for numbers and secrets: digits of all scripts, spaces, dashes, full-width and invisible
 * characters, escape sequences. Runs in linear time.
 */
export function toPlainText(original: string): ReplacedText {
  const plain = replaceMapped(original, UNUSUAL, (written, entity) =>
    normalizeChar(decodeEscape(written, entity)),
  );
  return plain ?? { text: original, toOriginal: (start, end) => [start, end] };
}

/** What the letter of an escape sequence is; any other one is a space. */
const ESCAPED_SPACES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

function decodeEscape(written: string, entity: string | undefined): string {
  if (entity) return decodeEntity(entity) ?? written;

  if (/^[%=]./.test(written))
    return decodePercent(written.replaceAll('=', '%'));

  if (written === '""') return '"';
  if (!written.startsWith('\\')) return written;

  const letter = written.replace(/\\+/, '');
  if (letter === '' || TERMINAL_ESCAPE.test(written)) return '';

  if (letter.length === 1) return ESCAPED_SPACES[letter] ?? ' ';

  return (
    decodeCodePoint(
      Number.parseInt(letter.slice(1).replace(/[{}]/g, ''), 16),
    ) ?? written
  );
}

const normalizeCompatibility = (char: string): string => char.normalize('NFKC');

/** For rarer scripts, any digit will do: only the number of digits matters. */
const normalizeDigit = (char: string): string =>
  /\d/.exec(toAsciiDigits(normalizeCompatibility(char)))?.[0] ?? '5';

/** The first class that a character is in decides. */
const EQUIVALENTS: readonly (readonly [
  RegExp,
  string | ((char: string) => string),
])[] = [
  [/^[\x20-\x7e\n\t]/, (char) => char],
  [/\r/, ' '],
  [/\p{Cc}/u, ''],
  [/\p{Nd}/u, normalizeDigit],
  [/\p{Zs}/u, ' '],
  [/[\p{Pd}\u2212]/u, '-'],
  [/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]/u, ''],
  [/[·•∙‧・]/, '.'],
  [/[\uff01-\uff5e\u207a]/, normalizeCompatibility],
  [/\p{No}/u, toPlainDigit],
];

/** Returns the ASCII equivalent of a character, or an empty string for invisible ones. */
function normalizeChar(char: string): string {
  const equivalent = EQUIVALENTS.find(([form]) => form.test(char))?.[1] ?? char;
  return typeof equivalent === 'string' ? equivalent : equivalent(char);
}

/** First code points of circled digits that Unicode gives no plain form: ❶, ➀, ➊ and ⓵ are 1. */
const CIRCLED = [0x2776, 0x2780, 0x278a, 0x24f5];

/** Converts `²` or `❷` to `2`. Fractions and larger numbers are unchanged. */
function toPlainDigit(char: string): string {
  if (char === '⓿') return '0';

  const code = char.charCodeAt(0);
  const first = CIRCLED.find((one) => code >= one && code < one + 9);
  if (first !== undefined) return String(code - first + 1);

  const digits = normalizeCompatibility(char).replace(/[().,]/g, '');

  return /^\d$/.test(digits) ? digits : char;
}
