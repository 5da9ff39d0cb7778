import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  fillTemplate,
  findPattern,
  findPatternError,
  foldCase,
  tidyText,
} from './detail-pattern.ts';

function findInText(source: string, text: string) {
  const tidied = tidyText(text);
  return (
    findPattern(compilePattern(source), tidied, foldCase(tidied))?.captures ??
    null
  );
}

const COUNTS =
  'number of localizable_params ({sent:number}) does not match the expected number of params ({expected:number})';

describe('a detail pattern', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      COUNTS,
      `body: ${COUNTS.replace('{sent:number}', '2').replace('{expected:number}', '3')}`,
      { sent: '2', expected: '3' },
    ],
    [
      'expected {a:word}, received {b:word}',
      'Expected IMAGE,\n received UNKNOWN"}',
      { a: 'IMAGE', b: 'UNKNOWN' },
    ],
    [
      'template name ({name:word}) does not',
      'template name (order_v2) does not exist',
      { name: 'order_v2' },
    ],
    [
      'must be {rule:text}',
      'Param text must be a string.',
      { rule: 'a string' },
    ],
    [
      'http code {status:number}',
      'http code 404 then http code 500',
      { status: '404' },
    ],
    [
      'http code {status:number}',
      'http code none, http code 500',
      { status: '500' },
    ],
    [
      'expired on {when:text}. The current',
      'expired on Friday, 12-Jan-24 03:00:00 PST. The current time',
      { when: 'Friday, 12-Jan-24 03:00:00 PST' },
    ],
    ['access" : {minutes:count}', '{\\"access\\":19}', { minutes: '19' }],
    [
      'Já existe conteúdo em {language:text} para',
      'J\\u00e1 existe conte\\u00fado em Portuguese (BR) para esse modelo',
      { language: 'Portuguese (BR)' },
    ],
    ['the name of {name:word}', 'THE NAME OF example.', { name: 'example' }],
    ['Já existe {name:word}', 'JÁ EXISTE example', { name: 'example' }],
    ['http code {status:number}', 'İ: HTTP Code 404', { status: '404' }],
    ['it said {words:text}', 'it said no more "', { words: 'no more' }],
  ])('%s matches %s', (source, text, captures) =>
    expect(findInText(source, text)).toEqual(captures),
  );

  it.each([
    [
      COUNTS,
      'number of localizable_params (two) does not match the expected number of params (3)',
    ],
    ['access" : {minutes:count}', '"access": 0'],
    ['expected {a:word}, received', 'expected (IMAGE), received'],
    ['http code {status:number}', 'http code 1234567890'],
    ['expired on {when:text}. The', `expired on ${'x'.repeat(200)}. The`],
    ['expired on {when:text}. The', 'expired on Fri\nday. The'],
    ['http code {status:number}x', 'http code 404 x'],
  ])('%s does not match %s', (source, text) =>
    expect(findInText(source, text)).toBeNull(),
  );

  it.each([
    ['{name:word} is missing', 'must begin'],
    ['ab{name:word}', 'must begin'],
    ['the {name:word}{kind:word}', 'side by side'],
  ])('%s is rejected', (source, fault) =>
    expect(findPatternError(source)).toContain(fault),
  );

  it('needs three letters, and text between placeholders', () =>
    expect(findPatternError('the {name:word} of {kind:word}')).toBeNull());

  it('weighs as much as it has letters of its own', () =>
    expect(compilePattern('the name of {name:word} at').weight).toBe(11));

  it('never captures a line break or a control character', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('expected ', ', received ', '\u202e', '\n', '"', 'İ'),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const tidied = tidyText(parts.join(''));
        const folded = foldCase(tidied);
        expect(folded.length).toBe(tidied.length);
        for (const kind of ['word', 'text', 'number']) {
          const match = findPattern(
            compilePattern(`expected {it:${kind}}, received`),
            tidied,
            folded,
          );
          if (!match) continue;
          expect(match.captures.it?.length).toBeLessThanOrEqual(80);
          expect(match.captures.it).not.toMatch(
            /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u,
          );
        }
      }),
    );
  });
});

describe('a template', () => {
  it.each([
    [
      '{expected|value|values}, not {sent}',
      { expected: '1', sent: '2' },
      '1 value, not 2',
    ],
    ['{expected|value|values}', { expected: '3' }, '3 values'],
    ['{other} stays', {}, '{other} stays'],
    ['{constructor}', {}, '{constructor}'],
    ['{a} and {b}', { a: '{b}', b: '$&' }, '{b} and $&'],
  ])('%s', (template, captures, filled) =>
    expect(fillTemplate(template, captures)).toBe(filled),
  );
});

it.each([
  ['said \\u00e1 \\n here', 'said á here'],
  ['{\\"a\\": \\\\\\"b\\\\\\", c\\/d}', '{"a": "b", c/d}'],
  ['“a” „b“ ‘c’', '"a" "b" \'c\''],
  ['a \t  b \n \n\n c', 'a b\nc'],
  ['a\u0000b\u202ec\u200cd', 'abc\u200cd'],
  ['as it is', 'as it is'],
])('%j is tidied to %j', (text, tidied) => expect(tidyText(text)).toBe(tidied));
