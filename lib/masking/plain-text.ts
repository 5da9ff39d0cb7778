import { toAsciiDigits } from '../detect/digits.ts';
import { decodeCodePoint, decodeEntity, ENTITY_NAMES } from '../detect/html-entities.ts';

/** A text as a pattern can read it, and where each of its units stands in the text that it was made of. */
export interface PlainText {
  text: string;
  /** Where the part from `start` to `end` stands in the original. */
  getPlace(start: number, end: number): [start: number, end: number];
}

const PERCENT = String.raw`%(?:25){0,3}`;
const BYTE = String.raw`${PERCENT}[89ab][\da-f]`;
const ESCAPE_CHAR = String.raw`(?:\x1b|\\{1,4}(?:u001b|x1b|033|e))`;
/** A character beyond ASCII, or one that is written as an escape: of an address, of JSON, of HTML. */
const UNUSUAL = new RegExp(
  [
    String.raw`${ESCAPE_CHAR}\[[\d;]{0,12}[a-z]`,
    String.raw`[^\t\n\r\x20-\x7e]`,
    String.raw`${PERCENT}[2-7][\da-f]`,
    String.raw`${PERCENT}[cd][\da-f]${BYTE}`,
    String.raw`${PERCENT}e[\da-f](?:${BYTE}){2}`,
    String.raw`${PERCENT}f[0-7](?:${BYTE}){3}`,
    String.raw`\\{1,4}u(?:[\da-f]{4}|\{[\da-f]{1,6}\})`,
    String.raw`\\{1,4}x[\da-f]{2}`,
    String.raw`\\{1,4}[nrt]`,
    String.raw`\\{1,4}(?=/)`,
    String.raw`&(?:amp;)?(?:#\d{2,7}|#x[\da-f]{2,6}|${ENTITY_NAMES});`,
  ].join('|'),
  'giu',
);

const TERMINAL = new RegExp(`^${ESCAPE_CHAR}\\[`, 'i');

/**
 * Evens out what numbers and secrets hide behind: digits of all scripts, blanks, dashes, full-width signs, characters that nobody sees,
 * escapes. Time grows with the length alone.
 */
export function toPlainText(original: string): PlainText {
  const parts: string[] = [];
  /** Places in the original, of each unit of the text: where it begins, where it ends. */
  const starts = new Uint32Array(original.length + 1);
  const ends = new Uint32Array(original.length + 1);
  let length = 0;
  let done = 0;
  const take = (text: string, start: number, end: number) => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      starts[length] = text.length === end - start ? start + unit : start;
      ends[length] = text.length === end - start ? start + unit + 1 : end;
      length++;
    }
  };
  for (const match of original.matchAll(UNUSUAL)) {
    const [written] = match;
    const even =
      written.length < 3 && !written.startsWith('\\')
        ? normalizeChar(written)
        : normalizeChar(decodeEscape(written));
    if (even === written) continue;
    take(original.slice(done, match.index), done, match.index);
    done = match.index + written.length;
    take(even, match.index, done);
  }
  if (done === 0) return { text: original, getPlace: (start, end) => [start, end] };
  take(original.slice(done), done, original.length);
  return {
    text: parts.join(''),
    getPlace: (start, end) => [starts[start] ?? 0, ends[end - 1] ?? 0],
  };
}

/** The character that an escape stands for. */
function decodeEscape(written: string): string {
  if (written.startsWith('%')) {
    try {
      return decodeURIComponent(written.replace(/%(?:25)+/g, '%'));
    } catch {
      return written;
    }
  }
  if (written.startsWith('&'))
    return decodeEntity(written.slice(written.lastIndexOf('&') + 1, -1).replace(/^amp;/i, '')) ?? written;
  const letter = written.replace(/^\\+/, '');
  if (letter === '' || TERMINAL.test(written)) return '';
  if (letter.length === 1) return letter === 'n' ? '\n' : letter === 't' ? '\t' : ' ';
  return decodeCodePoint(Number.parseInt(letter.slice(1).replace(/[{}]/g, ''), 16)) ?? written;
}

/** One character as a keyboard has it; nothing where nobody sees it. */
function normalizeChar(char: string): string {
  if (/^[\x20-\x7e]/.test(char)) return char;
  if (/^\p{Cc}/u.test(char)) return /^[\n\t]/.test(char) ? char : char === '\r' ? ' ' : '';
  if (/^\p{Nd}$/u.test(char)) return toAsciiDigit(char);
  if (/^\p{Zs}$/u.test(char)) return ' ';
  if (/^[\p{Pd}\u2212]$/u.test(char)) return '-';
  if (/^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]$/u.test(char)) return '';
  if (/^[·•∙‧・]$/.test(char)) return '.';
  if (/^[\uff01-\uff5e\u207a\uff0f]$/u.test(char)) return char.normalize('NFKC');
  return /^\p{No}$/u.test(char) ? toPlainDigit(char) : char;
}

/** First code points of circled digits that Unicode gives no plain form: ❶, ➀, ➊ and ⓵ are 1. */
const CIRCLED = [0x2776, 0x2780, 0x278a, 0x24f5];

/** `²` or `❷` as `2`; a fraction or a larger number as it is. */
function toPlainDigit(char: string): string {
  const code = char.charCodeAt(0);
  const first = CIRCLED.find((one) => code >= one && code < one + 9);
  const digits =
    first === undefined
      ? char.normalize('NFKC').replace(/^\((\d)\)$|^(\d)[.,]$/, '$1$2')
      : String(code - first + 1);
  return /^\d$/.test(digits) ? digits : char === '⓿' ? '0' : char;
}

function toAsciiDigit(digit: string): string {
  const ascii = toAsciiDigits(digit.normalize('NFKC'));
  // Of rarer scripts only that it is a digit is known here.
  return /^\d$/.test(ascii) ? ascii : '5';
}
