import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlockAround, findSharedBlock } from './code-block.ts';

const findSpan = (text: string, code: string) => ({
  start: text.indexOf(code),
  end: text.indexOf(code) + code.length,
});

describe('block around a code', () => {
  it('is the innermost object', () => {
    const text =
      '[{"code":1,"details":"a"},{"code":2,"error_data":{"details":"b"}}]';
    expect(findBlockAround(text, findSpan(text, '1'))).toBe(
      '{"code":1,"details":"a"}',
    );
    expect(findBlockAround(text, findSpan(text, '2'))).toBe(
      '{"code":2,"error_data":{"details":"b"}}',
    );
  });

  it('is the outer object if the innermost one is a `value`', () => {
    const text =
      '[{"value":{"decision":"NO"},"field":"a"},{"value":{"decision":"YES"},"field":"b"}]';
    expect(findBlockAround(text, findSpan(text, 'NO'))).toBe(
      '{"value":{"decision":"NO"},"field":"a"}',
    );
  });

  it('is the line and adjacent lines, up to a blank line', () => {
    const text =
      'other\n\nType: Usage Limit\nError code: 400\nDescription: limits\n\nnext';
    expect(findBlockAround(text, findSpan(text, '400')).trim()).toBe(
      'Type: Usage Limit\nError code: 400\nDescription: limits',
    );
  });

  it('ends at the line of the code before and after', () => {
    const text = 'A 111 timeout\nB 222 locked\nC 333 more';
    expect(
      findBlockAround(
        text,
        findSpan(text, '222'),
        findSpan(text, '111'),
        findSpan(text, '333'),
      ).trim(),
    ).toBe('B 222 locked');
  });

  it('is one entry of a log whose lines begin with a time', () => {
    const text = [
      '10:01:08 ERROR (#132000) Number of parameters',
      '10:01:09 ERROR twilio 63016',
      '    at send (queue.js:1)',
      '10:01:10 ERROR Object does not exist',
    ].join('\n');
    expect(findBlockAround(text, findSpan(text, '63016'))).toBe(
      '10:01:09 ERROR twilio 63016\n    at send (queue.js:1)',
    );
    expect(
      findBlockAround(`\n${text}`, findSpan(`\n${text}`, '132000')),
    ).not.toContain('63016');
    const log =
      '10:00 sent to +5511\n10:01 failed 131047 then 131026\n+1-212-555-1234\n10:02 delivered';
    const [one, other] = [findSpan(log, '131047'), findSpan(log, '131026')];
    expect(findBlockAround(log, one, undefined, other)).toBe(
      '10:01 failed 131047 then 131026',
    );
    expect(findBlockAround(log, other, one)).toBe(
      '10:01 failed 131047 then 131026\n+1-212-555-1234',
    );
  });

  it('contains the code and stays short, for any text', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '\n',
      '\n\n',
      'x',
      '"',
      'word '.repeat(300),
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (before, after) => {
        const text = `${before.join('')}131047${after.join('')}`;
        const start = before.join('').length;
        const block = findBlockAround(text, { start, end: start + 6 });
        expect(block).toContain('131047');
        expect(block.length).toBeLessThanOrEqual(2_700);
      }),
    );
  });
});

describe('one code around another', () => {
  it.each([
    ['{"code":"OUT","whatsappApiError":{"code":"IN"}}', 'object'],
    ['{"whatsappApiError":{"code":"IN"},"code":"OUT"}', 'object'],
    ['{"code":"OUT","message":"(#IN) limit"}', 'object'],
    ['{\n "code": "OUT",\n "inner": {\n  "code": "IN"\n }\n}', 'object'],
    ['code=OUT whatsappCode=IN', 'line'],
    ['[{"code":"OUT"},{"code":"IN"}]', null],
    ['{"code":"OUT"}\n{"code":"IN"}', null],
    ['code=OUT\ncode=IN', null],
    ['code=OUT\n{"code":"IN"}', null],
    [`{"code":"OUT","x":"${'y'.repeat(3_000)}","code":"IN"}`, null],
  ])('in %s: %s', (text, expected) =>
    expect(
      findSharedBlock(text, findSpan(text, 'OUT'), findSpan(text, 'IN')),
    ).toBe(expected),
  );
});
