import { PassThrough, Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  InputError,
  openFile,
  readTextStream,
  readUntilAborted,
} from './input.ts';

async function* splitIntoChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size)
    yield bytes.subarray(at, at + size);
}

async function readAll(
  stream: AsyncIterable<Buffer | string>,
): Promise<string> {
  let text = '';
  for await (const piece of readTextStream(stream)) text += piece;
  return text;
}

const LOG = 'ERROR (#131047) Re-engagement message\n'.repeat(500);
const createBytes = (...list: number[]) =>
  Buffer.from([...list, ...Array.from({ length: 40 }, (_, at) => at)]);

describe('readTextStream', () => {
  it('returns any text unchanged, for any chunk boundaries', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((part) => part.replace(/\p{C}/gu, ''));
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.integer({ min: 1, max: 7 }),
        async (part, size) => {
          const whole = `código 131047: ${part} लौटाया गया 🙂\r\n`;
          expect(await readAll(splitIntoChunks(Buffer.from(whole), size))).toBe(
            whole,
          );
        },
      ),
    );
  });

  it('keeps a character across the end of the first read', async () => {
    const whole = `${'x'.repeat(8_191)}é 131047`;
    expect(await readAll(splitIntoChunks(Buffer.from(whole), 4_096))).toBe(
      whole,
    );
  });

  it('drops the UTF-8 BOM, and reads bytes of another encoding as characters that hide no code', async () => {
    expect(await readAll(splitIntoChunks(Buffer.from('\ufeff131047'), 2))).toBe(
      '131047',
    );
    expect(
      await readAll(splitIntoChunks(Buffer.from('código 131047', 'latin1'), 3)),
    ).toBe('c\ufffddigo 131047');
  });

  it.each([
    ['with its mark', Buffer.from(`\ufeff${LOG}`, 'utf16le')],
    ['without it', Buffer.from(LOG, 'utf16le')],
    ['with the high byte first', Buffer.from(LOG, 'utf16le').swap16()],
  ])('reads UTF-16 %s', async (_, input) => {
    expect(await readAll(splitIntoChunks(input, 3))).toBe(LOG);
    expect(await readAll(splitIntoChunks(input, 1 << 16))).toBe(LOG);
  });

  it('ends lines at a lone CR too, for any chunk boundaries', async () => {
    const whole = '\rid,code\r1,131047\r\n2,131026\n\r3\r';
    const even = '\nid,code\n1,131047\r\n2,131026\n\n3\n';
    for (let size = 1; size <= whole.length; size++)
      expect(await readAll(splitIntoChunks(Buffer.from(whole), size))).toBe(
        even,
      );
    const long = `${'x'.repeat(8_191)}\r\n131047`;
    expect(await readAll(splitIntoChunks(Buffer.from(long), 8_192))).toBe(long);
  });

  it.each([
    ['gzip', gzipSync(LOG), /gzip.*gunzip -c/],
    ['zstd', createBytes(0x28, 0xb5, 0x2f, 0xfd), /zstd -dc/],
    ['bzip2', createBytes(0x42, 0x5a, 0x68, 0x39), /bunzip2 -c/],
    ['xz', createBytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), /xz -dc/],
    ['a ZIP archive', createBytes(0x50, 0x4b, 3, 4), /unzip -p/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /pdftotext/],
    [
      'a program',
      Buffer.from([
        0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0,
      ]),
      /isn’t text/,
    ],
  ])('refuses %s with the way out', async (_, input, message) => {
    await expect(
      readAll(splitIntoChunks(Buffer.from(input), 3)),
    ).rejects.toThrow(message);
    await expect(
      readAll(splitIntoChunks(Buffer.from(input), 1 << 16)),
    ).rejects.toThrow(InputError);
  });
});

describe('readUntilAborted', () => {
  it('keeps no chunk that was read', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const pieces: WeakRef<object>[] = [];
    async function* stream() {
      for (let at = 0; at < 50; at++) {
        const piece = { at };
        pieces.push(new WeakRef(piece));
        yield piece;
      }
      // Chunks that have been read must be collectable while the next one is pending.
      await new Promise((done) => setTimeout(done));
      collect();
      yield { at: pieces.filter((piece) => piece.deref()).length };
    }
    let last = { at: -1 };
    const { signal } = new AbortController();
    for await (const piece of readUntilAborted(signal, Readable.from(stream())))
      last = piece;
    expect(last.at).toBeLessThan(5);
  });

  it('ends when aborted while it waits for a chunk', async () => {
    const stopping = new AbortController();
    const stream = new PassThrough();
    stream.write('one');
    const read: string[] = [];
    for await (const piece of readUntilAborted(stopping.signal, stream)) {
      read.push(String(piece));
      setTimeout(() => stopping.abort());
    }
    expect(read).toEqual(['one']);
  });
});

describe('openFile', () => {
  it('names the file and the problem', async () => {
    await expect(openFile('/nowhere/app.log')).rejects.toThrow(
      'File not found: /nowhere/app.log',
    );
    await expect(openFile(import.meta.dirname)).rejects.toThrow(
      /^This is a folder, not a file: /,
    );
  });

  it('reads a file', async () => {
    expect(await readAll(await openFile(import.meta.filename))).toContain(
      'reads a file',
    );
  });
});
