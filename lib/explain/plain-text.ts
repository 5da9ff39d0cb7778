import { asciiDigits } from '../detect/digits.ts';
import { charAt, ENTITY_NAMES, entityChar } from '../detect/html-entities.ts';

/** A normalized text with a map of its offsets to the original. */
export interface PlainText {
  text: string;
  /** Returns the range in the original for a range of `text`. */
  placeOf(start: number, end: number): [start: number, end: number];
}

const PERCENT = String.raw`%(?:25){0,3}`;
const BYTE = String.raw`${PERCENT}[89ab][\da-f]`;
/** Matches a non-ASCII character or an escape: percent-encoding, JSON or HTML. */
const UNUSUAL = new RegExp(
  [
    String.raw`[^\x00-\x7f]`,
    String.raw`${PERCENT}[2-7][\da-f]`,
    String.raw`${PERCENT}[cd][\da-f]${BYTE}`,
    String.raw`${PERCENT}e[\da-f](?:${BYTE}){2}`,
    String.raw`${PERCENT}f[0-7](?:${BYTE}){3}`,
    String.raw`\\{1,4}u(?:[\da-f]{4}|\{[\da-f]{1,6}\})`,
    String.raw`\\{1,4}x[\da-f]{2}`,
    String.raw`\\{1,4}[nrt](?![a-z]{2})`,
    String.raw`&(?:amp;)?(?:#\d{2,7}|#x[\da-f]{2,6}|${ENTITY_NAMES});`,
  ].join('|'),
  'giu',
);

/**
 * Normalizes digits of all scripts, spaces, dashes, full-width characters, invisible characters and escapes, which can
 * hide numbers and secrets from patterns. Runs in linear time.
 */
export function plainText(original: string): PlainText {
  const parts: string[] = [];
  /** For each code unit of the text, the start and end of its source in the original. */
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
    const even = written.length < 3 && !written.startsWith('\\') ? evened(written) : evened(meant(written));
    if (even === written) continue;
    take(original.slice(done, match.index), done, match.index);
    done = match.index + written.length;
    take(even, match.index, done);
  }
  if (done === 0) return { text: original, placeOf: (start, end) => [start, end] };
  take(original.slice(done), done, original.length);
  return {
    text: parts.join(''),
    placeOf: (start, end) => [starts[start] ?? 0, ends[end - 1] ?? 0],
  };
}

/** Decodes one escape. */
function meant(written: string): string {
  if (written.startsWith('%')) {
    try {
      return decodeURIComponent(written.replace(/%(?:25)+/g, '%'));
    } catch {
      return written;
    }
  }
  if (written.startsWith('&'))
    return entityChar(written.slice(written.lastIndexOf('&') + 1, -1).replace(/^amp;/i, '')) ?? written;
  const letter = written.replace(/^\\+/, '');
  if (letter.length === 1) return ' ';
  return charAt(Number.parseInt(letter.slice(1).replace(/[{}]/g, ''), 16)) ?? written;
}

/** Normalizes one character to ASCII. Returns `''` for an invisible one. */
function evened(char: string): string {
  if (/^[\x20-\x7e]/.test(char)) return char;
  if (/^\p{Nd}$/u.test(char)) return digitOf(char);
  if (/^\p{Zs}$/u.test(char)) return ' ';
  if (/^[\p{Pd}\u2212]$/u.test(char)) return '-';
  if (/^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]$/u.test(char)) return '';
  if (/^[·•∙‧・]$/.test(char)) return '.';
  if (/^[\uff01-\uff5e\u207a\uff0f]$/u.test(char)) return char.normalize('NFKC');
  return char;
}

function digitOf(digit: string): string {
  const ascii = asciiDigits(digit.normalize('NFKC'));
  // For digits of rarer scripts, the value is not known. Any digit will do.
  return /^\d$/.test(ascii) ? ascii : '5';
}
