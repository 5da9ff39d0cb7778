import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeBytes,
  detectEncoding,
  findDecodeError,
} from './decode-bytes.ts';

const LOG = 'ERROR (#131047) Re-engagement message\n'.repeat(20);
const encodeUtf8 = (text: string) => new TextEncoder().encode(text);
const encodeUtf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};
const createBinary = (...magic: number[]) =>
  Uint8Array.from([...magic, ...Array.from({ length: 40 }, (_, at) => at)]);

describe('the bytes of a file', () => {
  it.each([
    [
      'gzip',
      createBinary(0x1f, 0x8b),
      'This is a gzip file, not text.',
      'gunzip -c',
    ],
    [
      'zstd',
      createBinary(0x28, 0xb5, 0x2f, 0xfd),
      'This is a zstd file, not text.',
      'zstd -dc',
    ],
    [
      'a workbook',
      createBinary(0x50, 0x4b, 3, 4),
      'This is a ZIP archive or an Office file, not text.',
      'unzip -p',
    ],
    [
      'a PDF',
      encodeUtf8('%PDF-1.7\n'),
      'This is a PDF, not text.',
      'pdftotext',
    ],
    [
      'a program',
      createBinary(0x7f, 0x45, 0x4c, 0x46),
      'This isn’t text.',
      null,
    ],
    [
      'UTF-32',
      encodeUtf16(`\ufeff\0${[...LOG].join('\0')}\0`, true),
      'This isn’t text.',
      null,
    ],
    [
      'sound',
      encodeUtf16('\u0001\u0002\u0003\u0002\u0001\u0003'.repeat(9), true),
      'This isn’t text.',
      null,
    ],
  ])('of %s are rejected with a remedy', (_, bytes, message, command) => {
    expect(decodeBytes(bytes)).toEqual({
      message,
      command,
      remedy: expect.stringMatching(/\w\.$/),
    });
  });

  it.each([
    '',
    '1',
    '\n',
    LOG,
    '\u001b[31mERROR\u001b[0m (#131047)\r\n',
    'BZ 131047',
    'PK\t131047',
  ])('are text where they hold %j', (text) => {
    expect(findDecodeError(encodeUtf8(text))).toBeNull();
    expect(decodeBytes(encodeUtf8(text))).toBe(text);
  });

  it.each([
    ['UTF-8 with its mark', encodeUtf8(`\ufeff${LOG}`)],
    ['UTF-16 with its mark', encodeUtf16(`\ufeff${LOG}`, true)],
    [
      'UTF-16 with its mark, high byte first',
      encodeUtf16(`\ufeff${LOG}`, false),
    ],
    ['UTF-16 without its mark', encodeUtf16(LOG, true)],
    ['UTF-16 without its mark, high byte first', encodeUtf16(LOG, false)],
    [
      'UTF-16 that begins anywhere in memory',
      encodeUtf16(` ${LOG}`, true).subarray(2),
    ],
  ])('are read as %s', (_, bytes) => expect(decodeBytes(bytes)).toBe(LOG));

  it.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-8', [0xff, 0x61]],
    ['utf-8', [0x61, 0xfe]],
    ['utf-8', [0xfe, 0x61]],
    ['utf-8', [0x61, 0xff]],
    ['utf-8', [0x31, 0, 0x32]],
    ['utf-16le', [0x31, 0, 0x32, 0]],
    ['utf-16be', [0, 0x31, 0, 0x32]],
    ['utf-16le', [...encodeUtf16('\u0100'.padStart(100, 'x'), true)]],
    ['utf-8', [...encodeUtf16('\u0100\u0100\u0100'.padStart(60, 'x'), true)]],
  ])('are %s, from their first bytes', (encoding, head) => {
    expect(detectEncoding(Uint8Array.from(head))).toBe(encoding);
  });

  it('are read in another script by their mark', () => {
    for (const isLittle of [true, false])
      expect(decodeBytes(encodeUtf16('\ufeffОшибка', isLittle))).toBe('Ошибка');
  });

  it.each([
    ['\r', true],
    ['\u001b', true],
    ['\u001f', false],
    ['\u000e', false],
    ['\u007f', false],
    ['\b', false],
  ])('that are all %j are text: %s', (unit, isText) => {
    expect(findDecodeError(encodeUtf8(unit.repeat(20))) === null).toBe(isText);
  });

  it('are decoded without hiding a code, in any script', () => {
    expect(
      decodeBytes(
        Uint8Array.from([
          ...encodeUtf8('c'),
          0xf3,
          ...encodeUtf8('digo 131047'),
        ]),
      ),
    ).toBe('c\ufffddigo 131047');
  });

  it('are decoded to text or rejected', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = decodeBytes(bytes);
        expect(typeof read === 'string' || read.message.endsWith('.')).toBe(
          true,
        );
      }),
    );
  });
});
