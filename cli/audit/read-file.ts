import { closeSync, openSync, readSync } from 'node:fs';
import { explainReadError } from '../explain/input.ts';

/** A longer file is data, and a device has no end. */
const MAX_FILE_BYTES = 20_000_000;
const CHUNK_BYTES = 1 << 16;
/** git takes a file for binary if a NUL is in so much of it. */
const BINARY_UNITS = 8_000;

/** The text of a file, with LF line ends, or why there is none. */
export type FileText =
  | { text: string }
  | { reason: string }
  | { isBinary: true };

/** Reads a file, or standard input for 0. Never throws. */
export function readFileText(path: string | Buffer | 0): FileText {
  let opened: number | null = null;

  try {
    opened = path === 0 ? null : openSync(path, 'r');
    return readOpenFile(opened ?? 0);
  } catch (error) {
    return { reason: explainReadError(error) };
  } finally {
    if (opened !== null) closeSync(opened);
  }
}

function readOpenFile(file: number): FileText {
  const chunks: Buffer[] = [];
  let length = 0;

  for (let chunk = readChunk(file); chunk.length > 0; chunk = readChunk(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_FILE_BYTES)
      return { reason: `Longer than ${MAX_FILE_BYTES / 1_000_000} MB` };
  }

  const text = Buffer.concat(chunks).toString().replaceAll('\r\n', '\n');

  return text.slice(0, BINARY_UNITS).includes('\0')
    ? { isBinary: true }
    : { text };
}

function readChunk(file: number): Buffer {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  return chunk.subarray(0, readSync(file, chunk));
}
