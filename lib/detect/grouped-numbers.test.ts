import codes from 'virtual:codes';
import known from 'virtual:prefilter';
import { expect, it } from 'vitest';
import { createCodeIndex } from './code-index.ts';
import { detect, isConfident } from './detect.ts';
import type { TextContext } from './hit.ts';
import { createPrefilter } from './prefilter/prefilter.ts';

const index = createCodeIndex(codes);
const prefilter = createPrefilter(known, 'business.facebook.com');
const META = { host: 'business.facebook.com', path: '/' };

const findMarks = (text: string, context: TextContext) =>
  detect(text, index, { ...META, ...context })
    .filter(isConfident)
    .map(({ start, end, code }) => [text.slice(start, end), code]);

const NOTATIONS = [
  '131,047',
  '131.047',
  '131 047',
  '131\u00a0047',
  '131\u202f047',
  "131'047",
  '1,31,047',
  '१,३१,०४७',
  '131,047.00',
];

it.each(NOTATIONS)('the whole of %s in a column of codes is one', (cell) => {
  expect(findMarks(cell, { header: 'Error code' })).toEqual([[cell, '131047']]);
  expect(prefilter(cell)).toBe(true);
});

it.each([
  'Error code',
  'Código de error',
  'Código de erro',
  'Fehlercode',
  'Kode kesalahan',
  'Код ошибки',
  '错误代码',
  'Hata kodu',
])('a label "%s" says that grouped digits are a code', (label) =>
  expect(findMarks(`${label}: 131,047`, {})).toEqual([['131,047', '131047']]),
);

it.each(['Recipients', 'Reach', 'Amount', 'Errors', 'Error count', 'Messages'])(
  'below "%s", a number in groups and its parts are no codes',
  (header) => {
    for (const cell of NOTATIONS) {
      expect(findMarks(cell, { header })).toEqual([]);
      expect(findMarks(`${header}: ${cell}`, {})).toEqual([]);
    }
  },
);

it('two codes between commas are none of groups', () =>
  expect(
    findMarks('Error codes: 131000,131016', {}).map(([code]) => code),
  ).toEqual(['131000', '131016']));
