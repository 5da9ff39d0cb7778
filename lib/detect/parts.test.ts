import { describe, expect, it } from 'vitest';
import { findCandidates } from './candidates.ts';
import { consoleAt } from './consoles.ts';
import { asciiDigits, digitValue } from './digits.ts';
import { layoutOf } from './layout.ts';
import { lexiconOf } from './lexicon.ts';
import { testIndex } from './test-index.ts';
import { CODE_IN, ERROR_CODE_IN, ERROR_IN } from './words/error.ts';
import { cue, wordless, words } from './words/pattern.ts';

describe('candidates', () => {
  const codes = (text: string) => findCandidates(text, lexiconOf(testIndex)).map(({ code }) => code);

  it.each([
    ['131047', ['131047']],
    ['a 131047, 190.', ['131047', '190']],
    ['131_049', ['131049']],
    ['131000,131048', ['131000', '131048']],
    ['470/131047', ['470', '131047']],
    ['200-299', ['200-299']],
    ['エラー131047が', ['131047']],
    ['ErrorCode63016', ['63016']],
    ['\\n131047', ['131047']],
    ['EC_INVALID_TEMPLATE', ['EC_INVALID_TEMPLATE']],
  ])('sees %s', (text, expected) => expect(codes(text)).toEqual(expected));

  it.each([
    '131,047',
    '131.047',
    '0.131047',
    '1310470',
    'WA131047',
    '131047px',
    '$131047',
    '+131047',
    '13:10:47',
    '131/26',
    '131-0047',
    '100%',
    '1000_login',
    '4***',
    'REC_INVALID_TEMPLATE',
    '$MISSING_TOKEN',
    '131047…',
    '2,4',
    '&#131047;',
  ])('does not see %s', (text) => expect(codes(text)).toEqual([]));
});

describe('digits', () => {
  it('keeps offsets', () => {
    expect(asciiDigits('क १३१ ४ １２')).toBe('क 131 4 12');
    expect(digitValue('۷'.charCodeAt(0))).toBe(7);
    expect(digitValue('x'.charCodeAt(0))).toBe(-1);
  });
});

describe('layout', () => {
  const cell = (text: string, mark: string) => layoutOf(text).cellAt(text.indexOf(mark));

  it.each([
    ['| Code | What |\n|---|---|\n| 470 | x |\n| 471 | y |', '471', 'Code'],
    ['Code\tWhat\n470\tx\n471\ty', '471', 'Code'],
    ['Name,Phone,Reason\nMeera,919,131026', '131026', 'Reason'],
    ['Code   What\n470    x', '470', 'Code'],
  ])('finds the heading in %j', (text, mark, header) => expect(cell(text, mark)?.header).toBe(header));

  it('takes the first of two cells for a label', () => {
    expect(cell('Error code\t63016', '63016')?.label).toBe('Error code');
    expect(cell('a | b | 63016', '63016')?.label).toBeNull();
  });

  it('reads no cells where code asks for one or the other', () => {
    expect(cell('if (code === 131005 || code === 131006) {', '131006')).toBeNull();
    expect(cell('|| Code || What ||\n|| 470 || x ||', '470')?.header).toBe('Code');
  });

  it('knows the line above a table', () => {
    expect(cell('HTTP Status Codes\n| Code | D |\n|---|---|\n| 401 | x |', '401')?.caption).toBe(
      'HTTP Status Codes',
    );
  });

  it('tells whether the code leads its cell', () => {
    expect(cell('| a | `470` |', '470')?.leads).toBe(true);
    expect(cell('| a | after 470 |', '470')?.leads).toBe(false);
  });

  it('sees no table in prose', () => expect(cell('An error, 131047.', '131047')).toBeNull());
});

describe('consoles', () => {
  it('prefers the exact host and the fitting path', () => {
    const wide = { hosts: ['https://*.example.com'], provider: 'wide', codesOf: ['x'] };
    const exact = { hosts: ['https://app.example.com'], provider: 'exact', codesOf: ['x'] };
    const path = {
      hosts: ['https://app.example.com'],
      paths: ['/console/*'],
      provider: 'path',
      codesOf: ['x'],
    };
    expect(consoleAt([wide, exact, path], 'app.example.com', '/console/1')?.provider).toBe('path');
    expect(consoleAt([wide, exact, path], 'app.example.com', '/')?.provider).toBe('exact');
    expect(consoleAt([wide], 'a.b.example.com')?.provider).toBe('wide');
    expect(consoleAt([wide, exact], 'example.org')).toBeUndefined();
  });
});

describe('word lists', () => {
  it('take a blank for any joint and a star for any ending', () => {
    const alone = cue(words('error code*, ошибк*, エラー'), { before: wordless(0), after: wordless(0) });
    for (const word of ['Error code', 'error-codes', 'ERROR_CODE', 'ошибкой', 'エラー'])
      expect(alone.in(word)).toEqual({ word, start: 0, end: word.length });
    expect(alone.in('terror code')).toBeNull();
  });

  it('cover the languages of the consoles', () => {
    for (const of of [ERROR_CODE_IN, ERROR_IN, CODE_IN]) {
      expect(Object.keys(of)).toEqual(
        expect.arrayContaining([
          'en',
          'pt',
          'es',
          'hi',
          'id',
          'ar',
          'de',
          'fr',
          'it',
          'tr',
          'ru',
          'ms',
          'ur',
          'bn',
          'zh',
          'ja',
          'ko',
          'th',
          'vi',
          'he',
          'nl',
        ]),
      );
    }
  });
});
