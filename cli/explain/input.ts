import { open } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import {
  detectEncoding,
  findDecodeError,
  SNIFF_BYTES,
} from '../../lib/answer/paste/decode-bytes.ts';
import { createEOLNormalizer } from '../../lib/structure/lines.ts';
import { resolveCliPath } from '../cli-path.ts';

/** The input is not readable text. The message is one sentence with the solution, shown without a stack trace. */
export class InputError extends Error {}

/** Decodes UTF-8 and UTF-16 in constant memory. @throws InputError if the first bytes are not text. */
export async function* readTextStream(
  stream: AsyncIterable<Buffer | string>,
): AsyncGenerator<string> {
  const normalize = createEOLNormalizer();
  let reader: TextDecoder | null = null;
  let head = Buffer.alloc(0);

  for await (const piece of stream) {
    let bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;

    if (!reader) {
      head = Buffer.concat([head, bytes]);
      if (head.length < SNIFF_BYTES) continue;
      reader = createTextDecoder(head);
      bytes = head;
    }

    yield normalize(reader.decode(bytes, { stream: true }), false);
  }

  yield normalize(
    reader ? reader.decode() : createTextDecoder(head).decode(head),
    true,
  );
}

/** Ends a stream when the signal aborts, even while the next chunk is pending. All earlier chunks are complete. */
export async function* readUntilAborted(
  stopped: AbortSignal,
  stream: Readable,
) {
  try {
    yield* addAbortSignal(stopped, stream);
  } catch (error) {
    if (!stopped.aborted) throw error;
  }
}

function createTextDecoder(input: Buffer): TextDecoder {
  const head = input.subarray(0, SNIFF_BYTES);
  const fault = findDecodeError(head);
  if (!fault) return new TextDecoder(detectEncoding(head));

  const { message, remedy, command } = fault;

  throw new InputError(
    `${message} ${command ? `Convert it first (${command}) and pipe the text in.` : remedy}`,
  );
}

const REASONS_BY_ERRNO: Readonly<Record<string, string>> = {
  ENOENT: 'File not found',
  EACCES: 'No permission to read this file',
  EPERM: 'No permission to read this file',
  EISDIR: 'This is a folder, not a file',
};

/** @throws InputError with the file name and the reason. */
export async function openFile(path: string): Promise<Readable> {
  try {
    const file = await open(resolveCliPath(path));
    if ((await file.stat()).isDirectory()) {
      await file.close();
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }

    return file.createReadStream();
  } catch (error) {
    throw toInputError(error, path);
  }
}

export const toInputError = (error: unknown, path: string): InputError =>
  new InputError(`${explainReadError(error)}: ${path}`);

export function explainReadError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS_BY_ERRNO[code ?? ''] ?? message;
}
