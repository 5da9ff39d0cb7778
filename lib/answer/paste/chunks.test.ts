import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTableHeader, splitIntoChunks } from './chunks.ts';

describe('chunks of a long text', () => {
  it('joined are the text, and each is short enough for the engine', () => {
    const part = fc.constantFrom(
      'x'.repeat(700),
      '\n',
      '\n\n',
      ' ',
      '}',
      '{"code":131047},',
      'line\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        const chunks = [...splitIntoChunks(text)];
        expect(chunks.join('')).toBe(text);
        expect(chunks.every((chunk) => chunk.length <= 32_768)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('end at the end of a record', () => {
    const record =
      '{\n  "code": 131047,\n  "title": "Re-engagement message"\n}\n';
    const chunks = [...splitIntoChunks(record.repeat(2_000))];
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.every((chunk) => chunk.startsWith('{\n'))).toBe(true);
  });

  it.each([
    ['a record on one line', '{"a":{"code":131047}}', /\}\}$/],
    ['a record in another script', '{"ä":{"code":131047}}', /\}\}$/],
    [
      'an entry, not one of its indented lines',
      'ERROR 131047\n  at send\n',
      /send\n$/,
    ],
    ['a record, not one of its closing brackets', 'a\n]\n', /\]\n$/],
    [
      'a line, not a soft break of quoted-printable',
      'error 1310=\n47\n',
      /47\n$/,
    ],
    ['a value', '131047,', /,$/],
    ['a word', '131047 ', / $/],
    ['an escape of an address', '%22', /%22$/],
    ['an entity', 'x&quot;', /[x;]$/],
    ['an escape of a string', 'xx\\"', /[x"]$/],
  ])('end after %s', (_, unit, end) => {
    for (let shift = 0; shift < unit.length; shift++) {
      const [chunk = '', rest] = splitIntoChunks(
        '-'.repeat(shift) + unit.repeat(40_000 / unit.length),
      );
      expect(rest).toBeDefined();
      expect(chunk.length).toBeGreaterThan(32_768 - 2 * unit.length);
      expect(chunk.slice(-20)).toMatch(end);
    }
  });

  it('are the text itself up to the maximum length', () => {
    for (const length of [0, 1, 32_768])
      expect([...splitIntoChunks('x'.repeat(length))]).toHaveLength(1);
    expect([...splitIntoChunks('x'.repeat(32_769))]).toHaveLength(2);
  });

  it('never split a code on a line that can be split elsewhere', () => {
    const chunks = [...splitIntoChunks('{"code":131047},'.repeat(9_000))];
    expect(chunks.join(' ').match(/131047/g)).toHaveLength(9_000);
  });
});

describe('header of a pasted table', () => {
  it.each([
    ['Phone,Error code,Reason\n+55…,131047,x', 'Phone,Error code,Reason'],
    ['Phone\tError code\n+55…\t131047', 'Phone\tError code'],
    ['"Phone","Error code","Reason"\n', '"Phone","Error code","Reason"'],
    ['Phone,Error code,Reason  \n', 'Phone,Error code,Reason'],
    ['Phone|Error code|', 'Phone|Error code|'],
  ])('is the first line of %j', (text, header) =>
    expect(findTableHeader(text)).toBe(header),
  );

  it.each([
    '{"a":1}',
    'Error 131047, sent, failed',
    'hello',
    '',
    'a: b, c, d\n',
    'a;b,c',
    '\na,b,c',
    'a\t',
    'banana',
  ])('is null for %j', (text) => expect(findTableHeader(text)).toBeNull());
});

it('begins a log with short chunks, so that its first results come soon', () => {
  const log = '2026-11-24T00:00:00Z ERROR 131042 payment issue\n'.repeat(
    40_000,
  );
  const chunks = [...splitIntoChunks(log)];
  expect(chunks.join('')).toBe(log);
  expect(chunks[0]?.length).toBeLessThan(5_000);
  expect(chunks.at(-2)?.length).toBeGreaterThan(16_000);
});
