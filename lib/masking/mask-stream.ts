import type { Redaction } from './masked.ts';
import { maskText } from './masked.ts';

/** Text that is masked at once. Memory grows with this, and not with the length of the input. */
const MIN_CHUNK_CHARS = 1 << 18;
/** A line, a key block or a JSON value that is longer is masked in parts. */
const MAX_CHUNK_CHARS = 1 << 21;
/** So that what lies across a cut of an overlong line is still masked, the cut is at a blank or comma in so many characters. */
const CUT_SEARCH_CHARS = 1 << 12;

const KEY_BEGIN = '-----BEGIN ';
const KEY_END = '-----END ';
const MAX_KEY_CHARS = 1 << 14;

/** Masks a text of any length that comes in pieces. The output has the same lines. */
export async function* maskStream(
  pieces: AsyncIterable<string>,
  redaction: Redaction,
): AsyncGenerator<string> {
  let pending: string[] = [];
  let length = 0;
  const mask = (text: string) => maskText(redaction.splitIntoParts(text));
  for await (const piece of pieces) {
    pending.push(piece);
    length += piece.length;
    while (length >= MIN_CHUNK_CHARS) {
      const text = pending.join('');
      const end = findCut(text);
      pending = [text.slice(end)];
      length = text.length - end;
      if (end === 0) break;
      yield mask(text.slice(0, end));
    }
  }
  yield mask(pending.join(''));
}

/** Where a text can be cut so that nothing private lies on both sides; 0 if more of it is needed. */
function findCut(text: string): number {
  const isFull = text.length >= MAX_CHUNK_CHARS;
  const line = findLastLineOutside(text);
  if (line > 0) return line;
  if (!isFull) return 0;
  const end = text.lastIndexOf('\n') + 1;
  if (end > 0) return end;
  for (let at = text.length - 1; at > text.length - CUT_SEARCH_CHARS; at--)
    if (/[{}[\]<>\s&;]/.test(text.charAt(at)) && /[\s,}\]>&;]/.test(text.charAt(at - 1))) return at;
  return text.length - CUT_SEARCH_CHARS;
}

/** The last line end before which no key block or value is open, such as `"access_token":` before its value. */
function findLastLineOutside(text: string): number {
  let end = text.length;
  const open = text.lastIndexOf(KEY_BEGIN);
  if (open >= 0 && text.length - open < MAX_KEY_CHARS && text.indexOf(KEY_END, open) < 0) end = open;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const line = text.lastIndexOf('\n', end - 1);
    if (line < 0) return 0;
    // A line that is indented or begins with a bracket goes on with what is before it.
    const goesOn = line + 1 >= text.length || /^[\s"'}\])|+-]/.test(text.charAt(line + 1));
    if (!goesOn && !/[:=>,{[|\\]\s*$/.test(text.slice(Math.max(0, line - 40), line))) return line + 1;
    end = line;
  }
  return text.length >= MAX_CHUNK_CHARS ? text.lastIndexOf('\n') + 1 : 0;
}

/** Lines that are looked at from the end; a JSON value of more lines is cut. */
const MAX_TRIES = 5_000;
