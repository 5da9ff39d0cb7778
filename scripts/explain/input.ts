import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { givenPath } from '../given-path.ts';

/** Input that cannot be read as text. Said in one sentence that names the way out, without a stack. */
export class InputError extends Error {}

/** So many bytes decide what an input is. */
const SNIFF = 8_192;
/** A log has a stray control character now and then; from this share on it is no text. */
const MOST_ODD = 0.1;

/** First bytes of what is often mistaken for a log, and what makes text of it. */
const PACKED: readonly [magic: readonly number[], name: string, unpack: string][] = [
  [[0x1f, 0x8b], 'compressed with gzip', 'gunzip -c'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with zstd', 'zstd -dc'],
  [[0x42, 0x5a, 0x68], 'compressed with bzip2', 'bunzip2 -c'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'compressed with xz', 'xz -dc'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Office file', 'unzip -p'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF', 'pdftotext'],
];

/** Says what is wrong with the first bytes of an input; null where they are text that can be read. */
export function faultOf(head: Uint8Array): string | null {
  for (const [magic, name, unpack] of PACKED) {
    if (magic.every((byte, at) => head[at] === byte)) {
      return `This is ${name}, not text. Unpack it first (${unpack}) and pipe the text in.`;
    }
  }
  if (isWide(head))
    return 'This text is in UTF-16. Turn it into UTF-8 first (iconv -f UTF-16 -t UTF-8) and pipe that in.';
  return isBinary(head) ? 'This is not text. Give a log, a payload or a table as UTF-8 text.' : null;
}

/** UTF-16: its mark, or a zero beside nearly every Latin character. */
function isWide(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (head.length < 4) return false;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > head.length * 0.3 && Math.min(even, odd) < head.length * 0.02;
}

function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  // Colours in a log (ESC), form feeds and tabs are text.
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) odd++;
  return odd > head.length * MOST_ODD;
}

/**
 * The text of a stream of bytes, piece by piece, in constant memory. UTF-8, with or without its mark; characters may lie across
 * the borders of chunks, and bytes that are no UTF-8 become U+FFFD, which hides no code.
 *
 * @throws InputError where the first bytes are no text.
 */
export async function* textOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const reader = new TextDecoder();
  let head: Buffer | null = Buffer.alloc(0);
  for await (const piece of stream) {
    let bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    if (head) {
      head = Buffer.concat([head, bytes]);
      if (head.length < SNIFF) continue;
      bytes = checked(head);
      head = null;
    }
    yield reader.decode(bytes, { stream: true });
  }
  if (head) yield reader.decode(checked(head), { stream: true });
  yield reader.decode();
}

/** Null as soon as the signal says so. With `Promise.race` a promise for the signal would keep every piece that ever came. */
function orStopped<T>(promise: Promise<T>, stopped: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    stopped.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => stopped.removeEventListener('abort', stop));
  });
}

/** A stream that ends with the signal, even while its next piece is waited for. What came until then is whole. */
export async function* until<T>(stopped: AbortSignal, stream: AsyncIterable<T>): AsyncGenerator<T> {
  const pieces = stream[Symbol.asyncIterator]();
  while (!stopped.aborted) {
    const next = await orStopped(pieces.next(), stopped);
    if (!next || next.done) return;
    yield next.value;
  }
}

function checked(head: Buffer): Buffer {
  const fault = faultOf(head.subarray(0, SNIFF));
  if (fault) throw new InputError(fault);
  return head;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EACCES: 'No permission to read this file',
  EPERM: 'No permission to read this file',
  EISDIR: 'This is a folder, not a file',
};

/** Opens a file to read. @throws InputError that names the file and what is wrong with it. */
export async function openFile(path: string): Promise<Readable> {
  try {
    const file = await open(givenPath(path));
    if ((await file.stat()).isDirectory()) {
      await file.close();
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }
    return file.createReadStream({ highWaterMark: 1 << 18 });
  } catch (error) {
    throw readFault(error, path);
  }
}

/** A failure of the system while reading, as a sentence. */
export function readFault(error: unknown, path: string): InputError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new InputError(`${REASONS[code ?? ''] ?? message}: ${path}`);
}
