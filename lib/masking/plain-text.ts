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
/** Matches a non-ASCII character, or an escape sequence of a URL, JSON, HTML or a terminal. */
const UNUSUAL = new RegExp(
  [
    String.raw`${ESCAPE_CHAR}\[[\d;]{0,12}[a-z]`,
    String.raw`[^\t\n\r\x20-\x7e]`,
    PERCENT_ENCODED,
    // Quoted-printable, for characters outside of ASCII.
    String.raw`(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3})`,
    String.raw`\\{1,4}u(?:[\da-f]{4}|\{[\da-f]{1,6}\})`,
    String.raw`\\{1,4}x[\da-f]{2}`,
    String.raw`\\{1,4}[nrt]`,
    String.raw`\\{1,4}(?=/)`,
    // JSON in a cell of a CSV: `{""code"":1}`.
    String.raw`(?<=[{,:[])""(?=[^\s",:}\]])|(?<=[^\s",:{[])""(?=[:,}\]])`,
    ENTITY.replace('&', '&(?:amp;)?'),
  ].join('|'),
  'giu',
);

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

function decodeEscape(written: string, entity: string | undefined): string {
  if (entity) return decodeEntity(entity) ?? written;

  if (/^[%=]./.test(written))
    return decodePercent(written.replaceAll('=', '%'));

  if (written === '""') return '"';
  if (!written.startsWith('\\')) return written;

  const letter = written.replace(/\\+/, '');
  if (letter === '' || TERMINAL_ESCAPE.test(written)) return '';

  if (letter.length === 1)
    return letter === 'n' ? '\n' : letter === 't' ? '\t' : ' ';

  return (
    decodeCodePoint(
      Number.parseInt(letter.slice(1).replace(/[{}]/g, ''), 16),
    ) ?? written
  );
}

/** Returns the ASCII equivalent of a character, or an empty string for invisible ones. */
function normalizeChar(char: string): string {
  if (/^[\x20-\x7e]/.test(char)) return char;

  if (/\p{Cc}/u.test(char))
    return /[\n\t]/.test(char) ? char : char === '\r' ? ' ' : '';

  // For rarer scripts, any digit will do: only the number of digits matters.
  if (/\p{Nd}/u.test(char))
    return /\d/.exec(toAsciiDigits(char.normalize('NFKC')))?.[0] ?? '5';

  if (/\p{Zs}/u.test(char)) return ' ';
  if (/[\p{Pd}\u2212]/u.test(char)) return '-';
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]/u.test(char)) return '';
  if (/[·•∙‧・]/.test(char)) return '.';
  if (/[\uff01-\uff5e\u207a]/.test(char)) return char.normalize('NFKC');

  return /\p{No}/u.test(char) ? toPlainDigit(char) : char;
}

/** First code points of circled digits that Unicode gives no plain form: ❶, ➀, ➊ and ⓵ are 1. */
const CIRCLED = [0x2776, 0x2780, 0x278a, 0x24f5];

/** Converts `²` or `❷` to `2`. Fractions and larger numbers are unchanged. */
function toPlainDigit(char: string): string {
  const code = char.charCodeAt(0);
  const first = CIRCLED.find((one) => code >= one && code < one + 9);

  const digits =
    first === undefined
      ? char.normalize('NFKC').replace(/[().,]/g, '')
      : String(code - first + 1);

  return /^\d$/.test(digits) ? digits : char === '⓿' ? '0' : char;
}
