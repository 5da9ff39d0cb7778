import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { encodingOf, faultOf, SNIFF } from '../../lib/explain/bytes.ts';
import { openLineEnds } from '../../lib/explain/lines.ts';
import { givenPath } from '../given-path.ts';

/** Input that cannot be read as text. Said in one sentence that names the way out, without a stack. */
export class InputError extends Error {}

/**
 * The text of a stream of bytes, piece by piece, in constant memory. UTF-8 or UTF-16, with or without its mark; characters and line ends may lie across
 * the borders of chunks, and bytes that are none become U+FFFD, which hides no code.
 *
 * @throws InputError where the first bytes are no text.
 */
export async function* textOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const ends = openLineEnds();
  let reader: TextDecoder | null = null;
  let head = Buffer.alloc(0);
  for await (const piece of stream) {
    let bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    if (!reader) {
      head = Buffer.concat([head, bytes]);
      if (head.length < SNIFF) continue;
      reader = readerOf(head);
      bytes = head;
    }
    yield ends.push(reader.decode(bytes, { stream: true }));
  }
  yield ends.push(reader ? reader.decode() : readerOf(head).decode(head)) + ends.rest();
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

function readerOf(input: Buffer): TextDecoder {
  const head = input.subarray(0, SNIFF);
  const fault = faultOf(head);
  if (!fault) return new TextDecoder(encodingOf(head));
  const { says, way, command } = fault;
  throw new InputError(`${says} ${command ? `Unpack it first (${command}) and pipe the text in.` : way}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'File not found',
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
