import { findLineEnd, findLineStart } from '../structure/lines.ts';
import { type Masker, maskText } from './mask-text.ts';

/** Minimum number of characters to collect before masking. Memory depends on this, not on the length of the input. */
const MIN_CHUNK_CHARS = 1 << 18;
/** A longer line, key block or JSON value is masked in parts. */
const MAX_CHUNK_CHARS = 1 << 21;
/** An overlong line is cut at a space or comma within this many characters, so that no value is split. */
const CUT_SEARCH_CHARS = 1 << 12;

const KEY_BEGIN = '-----BEGIN ';
const KEY_END = '-----END ';
const MAX_KEY_CHARS = 1 << 14;

/** A first line that may be the head of a table. */
const TABLE_HEAD =
  /^[^\n{}[\]<>:=]{0,1000}[,;|\t][^\n{}[\]<>:=]{0,1000}(?=\r?\n)/;

/** Masks a streamed text of any length. The output has the same lines. */
export async function* maskStream(
  pieces: AsyncIterable<string>,
  masking: Masker,
): AsyncGenerator<string> {
  let pending: string[] = [];
  let length = 0;
  let head: string | null = null;

  // The rows of a table are read with its head, however far away it is.
  const mask = (text: string) => {
    const whole = maskText(
      masking.splitIntoParts(head ? `${head}\n${text}` : text),
    );

    const masked = head ? whole.slice(findLineEnd(whole, 0) + 1) : whole;

    head ??= TABLE_HEAD.exec(text)?.[0] ?? '';

    return masked;
  };

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

/** Splits a text where its private parts end. In longer parts, some patterns would overflow the stack. */
export function splitLongText(text: string): string[] {
  if (text.length <= MAX_CHUNK_CHARS) return [text];
  const end = findCut(text.slice(0, MAX_CHUNK_CHARS));
  return [text.slice(0, end), ...splitLongText(text.slice(end))];
}

/** Returns an offset at which a text can be cut without splitting a private part, or 0 if more text is needed. */
function findCut(text: string): number {
  const line = findLastLineOutside(text);
  if (line > 0 || text.length < MAX_CHUNK_CHARS) return line;

  const end = findLineStart(text, text.length);
  if (end > 0) return end;

  const from = text.length - CUT_SEARCH_CHARS;

  // The end of a record, of a cell, of a word.
  for (const mark of [/[\s,}\]>&;](?=[{}[\]<>\s&;])/g, /[,;|\t]/g, / /g]) {
    const last = [...text.slice(from).matchAll(mark)].at(-1);
    if (last) return from + last.index + 1;
  }

  return from;
}

/** Returns the last line end at which no key block or value is open, such as `"access_token":` before its value. */
function findLastLineOutside(text: string): number {
  let end = text.length;
  const open = text.lastIndexOf(KEY_BEGIN);

  if (
    open >= 0 &&
    text.length - open < MAX_KEY_CHARS &&
    text.indexOf(KEY_END, open) < 0
  )
    end = open;

  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const start = findLineStart(text, end);
    if (start === 0) break;

    // An indented line, or one that begins with a bracket, continues the previous lines.
    const goesOn =
      start >= text.length || /^[\s"'}\])|+-]/.test(text.charAt(start));

    if (
      !goesOn &&
      !/[:=>,{[|\\]\s*$/.test(text.slice(Math.max(0, start - 41), start - 1))
    )
      return start;

    end = start - 1;
  }

  return 0;
}

/** Maximum number of lines to search backwards. A JSON value with more lines is cut. */
const MAX_TRIES = 5_000;
