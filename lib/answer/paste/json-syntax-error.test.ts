import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonSyntaxError } from './json-syntax-error.ts';

const breakOf = (...pieces: string[]) => findJsonSyntaxError(pieces.join(''));

describe('the syntax error of a payload', () => {
  it.each([
    ['{"a":1,"b":[1,2}', 1, 16, 'a comma or ]', '}'],
    ['{"a" 1}', 1, 6, 'a colon', '1}'],
    ['{\n  "a": 1,\n}', 3, 1, 'a quoted name', '}'],
    ['{\n  "a": "one\n  "b": 2}', 2, 12, 'a closing quote', ' "b": 2}'],
    ['ok\nResponse: {"a": tru}', 2, 20, 'a value', '}'],
    ['{"a":1}\n{"b":}\n', 2, 6, 'a value', '} '],
    ['{"a":1 "b":2}', 1, 8, 'a comma or }', '"b":2}'],
    ['[{"a":01}]', 1, 9, 'a value', '}]'],
  ])(
    'of %j is line %i, column %i: %s',
    (text, line, column, expected, after) => {
      expect(breakOf(text)).toMatchObject({
        line,
        column,
        expected,
        after,
        ends: false,
      });
    },
  );

  it.each([
    ['{"error":{"code":131047,"mess', 'a closing quote'],
    ['{"error":{"code":131047,', 'a quoted name'],
    ['{"error":{"code":131047}', 'a comma or }'],
    ['[{"a":', 'a value'],
  ])('of %j is its end: %s', (text, expected) => {
    expect(breakOf(text)).toMatchObject({
      line: 1,
      column: text.length + 1,
      expected,
      ends: true,
      before: text,
    });
  });

  it.each([
    '',
    '[]',
    '{"a":[1,-2.5e3,true,null,"\\"x\\u00e9\\\\"],"b":{}} \n[{}]\n',
    '[2026-11-20 10:00:00] ERROR {sent}',
    "{'code': 131047, 'message': None}",
    '{ code: 131047 }',
    "['code' => 131047]",
    'Dear team, {see} [above]: "code" 131047',
  ])('is null for %j', (text) => expect(breakOf(text)).toBeNull());

  it('is that of the decoded text, if the payload is encoded', () => {
    const cut = '{"error":{"code":131047,"mess';
    for (const text of [
      encodeURIComponent(cut),
      cut.replaceAll('"', '&quot;'),
      JSON.stringify(cut).slice(0, -1),
      btoa(`${cut}${' '.repeat(9)}`),
    ]) {
      expect(breakOf(text)).toMatchObject({
        line: 1,
        ends: true,
        decoded: true,
      });
    }
    expect(breakOf(cut)).toMatchObject({ decoded: false });
    expect(breakOf(encodeURIComponent('{"a":1}'))).toBeNull();
  });

  it.each([
    [['  ', '{"a" 1}'], { line: 1, column: 8 }],
    [
      ['log\n', '\n{"a" 1}', 'b\nc', 'd'.repeat(40)],
      { line: 3, column: 6, after: `1}b c${'d'.repeat(19)}` },
    ],
    [
      ['\n', encodeURIComponent('{"a" 1}')],
      { line: 2, column: 6, decoded: true },
    ],
    [['text ', '{"a" 1}'], null],
    [['["x",\n', '"[{\\"a\\":1}]"]\n'], null],
  ])('is found in the parts %j', (parts, expected) => {
    if (expected) expect(breakOf(...parts)).toMatchObject(expected);
    else expect(breakOf(...parts)).toBeNull();
  });

  it('hides an id that is cut off before it, but no whole one', () => {
    const id = 'aB3_'.repeat(12);
    expect(breakOf(`{"id":"${id}","x" 1}`)?.before).toBe('…","x" ');
    expect(breakOf(`{"id":"${id.slice(0, 24)}","x" 1}`)?.before).toContain(
      `"id":"${id.slice(0, 24)}"`,
    );
    expect(
      breakOf(`{"key":"${'long words '.repeat(4)}","x" 1}`)?.before,
    ).toMatch(/^[^…]{40,48}$/);
  });

  it('is null for the output of JSON.stringify, in any chunks', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.dictionary(fc.string(), fc.jsonValue()),
          fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        ),
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 41, max: 200 }),
        (value, indent, size) => {
          const text = JSON.stringify(value, null, indent);
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
          expect(breakOf(...pieces)).toBeNull();
        },
      ),
    );
  });

  it('is found in every truncated payload', () => {
    const text =
      '{"error":{"message":"(#131047) x","code":131047,"list":[1,true,null]}}';
    for (let end = 3; end < text.length; end++)
      expect(breakOf(text.slice(0, end))).toMatchObject({ ends: true });
  });

  it('never throws, and its position is in the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            '"',
            ':',
            ',',
            '1',
            'true',
            '\n',
            '\\',
            'a',
            ' ',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          const found = breakOf(text);
          // The position in a decoded text is not one of the original.
          if (!found || found.decoded) return;
          const lines = text.split('\n');
          expect(found.line).toBeLessThanOrEqual(lines.length);
          expect(found.column).toBeLessThanOrEqual(
            (lines[found.line - 1]?.length ?? 0) + 1,
          );
        },
      ),
    );
  });
});
