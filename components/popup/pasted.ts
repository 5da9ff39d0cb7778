import type { TextContext } from '../../lib/detect/hit.ts';
import type { Fault } from '../../lib/explain/bytes.ts';
import type { Report } from '../../lib/explain/decode.ts';
import { numberText, tn } from '../../lib/language/translate.ts';

/** A text or a file to decode. Kept in memory while the popup is open, and never sent. */
export interface Pasted {
  source: string | Blob;
  /** The file's name; null for a text. */
  name: string | null;
  /** Size in UTF-16 units for a text, in bytes for a file. */
  size: number;
  /** The first lines of a text; empty for a file, which the worker reads. */
  head: string;
}

/** Progress of reading a paste. */
export interface Reading {
  state: 'reading' | 'done' | 'cancelled' | 'failed' | 'too-long';
  /** Progress from 0 to 1. */
  done: number;
  report: Report;
  /** The decoding error, if the bytes explain the failure. */
  fault?: Fault | null;
}

/** Reads a paste in a worker. Reports progress several times, and once at the end. */
export type ReadPaste = (
  source: string | Blob,
  context: TextContext,
  told: (
    reading: Pick<Reading, 'done' | 'report' | 'fault'> & { state: 'reading' | 'done' | 'failed' },
  ) => void,
) => { cancel(): void };

/** Largest paste in UTF-16 units or bytes: 10 MiB. */
export const MOST = 10 * 1024 * 1024;
const HEAD = 2_000;

export const NOTHING: Report = { findings: [], broken: null, left: 0 };

export const pastedOf = (source: string | File): Pasted =>
  typeof source === 'string'
    ? { source, name: null, size: source.length, head: source.slice(0, HEAD) }
    : { source, name: source.name, size: source.size, head: '' };

/** Returns `96 characters`, `12.3 KB` or `5.1 MB`. */
export function sizeText({ size, name }: Pick<Pasted, 'size' | 'name'>): string {
  if (size >= 1024 * 1024) return `${(size / 1024 / 1024).toFixed(1)} MB`;
  if (size >= 10_000 || name !== null) return `${numberText(Math.ceil(size / 1024))} KB`;
  return tn(size, '$1 character', '$1 characters');
}

/** Length in UTF-16 units above which a text is a payload, log or message rather than a lookup. */
const LONG = 80;

/** Whether a text should be decoded instead of looked up. */
export function isPayload(text: string): boolean {
  // Trim only short texts, since trimming copies megabytes.
  const trimmed = text.length > 10 * LONG ? text : text.trim();
  return trimmed.length > LONG || /[\r\n]/.test(trimmed) || /[{[].*["':]/.test(trimmed);
}

/** A search filter such as `provider:twilio`. */
const LIMITED = /(?:^|\s)(?:provider|owner|turn|retry|class):\S/i;
const CUE = /^(?:err|error|code|status)$/i;

/** Whether a pasted line is a sentence with a number. Its words then decide whether the number is a code. */
export function isSentence(line: string): boolean {
  const words = (line.match(/\p{L}{2,}/gu) ?? []).filter((word) => !CUE.test(word));
  return words.length > 1 && /(?<![\p{L}\d])\d{3,}/u.test(line) && !LIMITED.test(line);
}
