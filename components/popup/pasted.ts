import type { TextContext } from '../../lib/detect/hit.ts';
import type { Fault } from '../../lib/explain/bytes.ts';
import type { Report } from '../../lib/explain/decode.ts';
import { numberText, tn } from '../../lib/language/translate.ts';

/** A text or a file to decode. Lives as long as the popup and is sent nowhere. */
export interface Pasted {
  source: string | Blob;
  /** Of a file. */
  name: string | null;
  /** UTF-16 units of a text, bytes of a file. */
  size: number;
  /** Its first lines; empty for a file, which is read elsewhere. */
  head: string;
}

/** How far the reading of a paste is. */
export interface Reading {
  state: 'reading' | 'done' | 'cancelled' | 'failed' | 'too-long';
  /** 0 to 1. */
  done: number;
  report: Report;
  /** Why it failed, where the bytes tell. */
  fault?: Fault | null;
}

/** Reads a paste off the page's thread, and reports progress several times and once at the end. */
export type ReadPaste = (
  source: string | Blob,
  context: TextContext,
  told: (
    reading: Pick<Reading, 'done' | 'report' | 'fault'> & { state: 'reading' | 'done' | 'failed' },
  ) => void,
) => { cancel(): void };

/** The most that the popup reads: 10 MB. */
export const MOST = 10 * 1024 * 1024;
const HEAD = 2_000;

export const NOTHING: Report = { findings: [], broken: null, left: 0 };

export const pastedOf = (source: string | File): Pasted =>
  typeof source === 'string'
    ? { source, name: null, size: source.length, head: source.slice(0, HEAD) }
    : { source, name: source.name, size: source.size, head: '' };

/** `96 characters`, `12.3 KB`, `5.1 MB`. */
export function sizeText({ size, name }: Pick<Pasted, 'size' | 'name'>): string {
  if (size >= 1024 * 1024) return `${(size / 1024 / 1024).toFixed(1)} MB`;
  if (size >= 10_000 || name !== null) return `${numberText(Math.ceil(size / 1024))} KB`;
  return tn(size, '$1 character', '$1 characters');
}

/** Longer than any look-up by hand: a payload, a log or a message to decode. */
const LONG = 80;

/** Whether a text is something to decode, and not something to look up. */
export function isPayload(text: string): boolean {
  // Blanks are cut off a short text only: of megabytes they would be copied.
  const trimmed = text.length > 10 * LONG ? text : text.trim();
  return trimmed.length > LONG || /[\r\n]/.test(trimmed) || /[{[].*["':]/.test(trimmed);
}

/** A limit of a search: `provider:twilio`. */
const LIMITED = /(?:^|\s)(?:provider|owner|turn|retry|class):\S/i;
const CUE = /^(?:err|error|code|status)$/i;

/** Whether a pasted line is a sentence around a number: whether that is a code, its words decide, as in any other text. */
export function isSentence(line: string): boolean {
  const words = (line.match(/\p{L}{2,}/gu) ?? []).filter((word) => !CUE.test(word));
  return words.length > 1 && /(?<![\p{L}\d])\d{3,}/u.test(line) && !LIMITED.test(line);
}
