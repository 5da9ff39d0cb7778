import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTableHeader, splitIntoChunks } from './chunks.ts';

describe('chunks of a long text', () => {
  it('joined are the text, and each is short enough for the engine', () => {
    const part = fc.constantFrom('x'.repeat(700), '\n', '\n\n', ' ', '}', '{"code":131047},', 'line\n');
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
    const record = '{\n  "code": 131047,\n  "title": "Re-engagement message"\n}\n';
    const chunks = [...splitIntoChunks(record.repeat(2_000))];
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.every((chunk) => chunk.startsWith('{\n'))).toBe(true);
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
  ])('is the first line of %j', (text, header) => expect(findTableHeader(text)).toBe(header));

  it.each(['{"a":1}', 'Error 131047, sent, failed', 'hello', '', 'a: b, c, d\n'])('is null for %j', (text) =>
    expect(findTableHeader(text)).toBeNull(),
  );
});
