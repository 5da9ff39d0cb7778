import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { type PasteReport, readPaste } from '../answer/paste/decode-paste.ts';
import {
  countLineBreaks,
  createEOLNormalizer,
  findEntryAround,
  findLineEnd,
  findLineStart,
  normalizeEOL,
} from './lines.ts';

const text = fc.array(fc.constantFrom('\r', '\n', '\r\n', '131047', ' '), {
  maxLength: 20,
});

it('replaces only a lone CR by LF, and keeps offsets', () => {
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      const even = normalizeEOL(whole);
      expect(even.length).toBe(whole.length);
      expect(even.replaceAll('\r\n', '\n')).toBe(
        whole.replace(/\r\n|\r/g, '\n'),
      );
      expect(even).not.toMatch(/\r(?!\n)/);
    }),
  );
});

it('a line break belongs to the line that it ends', () => {
  expect(findLineStart('a\nb', 1)).toBe(0);
  expect(findLineEnd('\nb', 0)).toBe(0);
  expect(countLineBreaks('\nb\n')).toBe(2);
});

it('chunks have the same result as the whole text, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (pieces) => {
      const normalize = createEOLNormalizer();
      const even =
        pieces.map((piece) => normalize(piece.join(''), false)).join('') +
        normalize('', true);
      expect(even).toBe(normalizeEOL(pieces.flat().join('')));
    }),
  );
});

it.each([
  [
    'a table',
    'To,Status,Error code\n+14155550100,failed,131047\n+14155550101,failed,131026\n',
    [2, 3],
  ],
  [
    'a log',
    '10:00 ERROR send failed (#131047)\n10:01 INFO ok\n10:02 ERROR send failed (#131026)\n',
    [1, 3],
  ],
  [
    'a payload that breaks',
    '{"errors": [\n  {"code": 131047},\n  {"code": 131026}\n], \n"next": tru',
    [2, 3],
  ],
])('a paste of %s has the same result with any line ends', (_, lines, at) => {
  const readWholePaste = (paste: string) => {
    let last: PasteReport | null = null;
    for (const { report } of readPaste(paste, testCatalogue)) last = report();
    return last;
  };
  const report = readWholePaste(lines);
  expect(report?.findings.map(({ code }) => code)).toEqual([
    '131047',
    '131026',
  ]);
  expect(report?.findings.map(({ places }) => places[0]?.line)).toEqual(at);
  expect(readWholePaste(lines.replaceAll('\n', '\r'))).toEqual(report);
});

it.each<[string, string, string]>([
  ['a line', 'a\nb X\nc', 'b X'],
  ['a line with a stack', 'a\nb X\n  c\n   d\ne', 'b X\n  c\n   d'],
  ['a line of a stack', 'a\nb\n  c\n  X\n  d\ne', 'b\n  c\n  X\n  d'],
  ['an item', '- a: 1\n  b: 2\n- a: 3\n  b: X\n- a: 4', '- a: 3\n  b: X'],
  ['lines that are all indented', '  a\n  X\n  b', '  X'],
  ['a line after a blank one', 'a\n\n  X\n\n  b', '  X'],
])('the entry of %s', (_, text, entry) => {
  const at = text.indexOf('X');
  const { start, end } = findEntryAround(text, {
    start: findLineStart(text, at),
    end: at + 1,
  });
  expect(text.slice(start, end)).toBe(entry);
});
