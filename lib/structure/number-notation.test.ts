import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readGroupedNumber, readWholeNumber } from './number-notation.ts';

it.each([
  ['131047', '131047'],
  ['131047.0', '131047'],
  ['131,047', '131047'],
  ['131.047', '131047'],
  ['131 047', '131047'],
  ['131\u00a0047', '131047'],
  ['131\u202f047', '131047'],
  ["131'047", '131047'],
  ['131’047', '131047'],
  ['1,31,047', '131047'],
  ['23,88,093', '2388093'],
  ['2,388,093', '2388093'],
  ['१,३१,०४७', '131047'],
  ['131,047.00', '131047'],
  ['131.047,00', '131047'],
  ['1.31047E+05', '131047'],
  [' 131,047 ', '131047'],
])('reads the number %j as %s', (cell, digits) =>
  expect(readWholeNumber(cell)).toBe(digits),
);

it.each([
  '',
  '131,04',
  '0,131',
  '131,047,',
  '131047.5',
  '15,550,100,123',
  '1e+05',
  '131 047 12',
  '131047 failed',
])('reads no number in %j', (cell) => expect(readWholeNumber(cell)).toBeNull());

it('reads groups between blanks only if they fill their value', () => {
  const groupAt = (text: string) =>
    readGroupedNumber(text, text.search(/\d/))?.digits ?? null;

  expect(groupAt('Code: 131 047')).toBe('131047');
  expect(groupAt('codes 131 047 and 470')).toBeNull();
  expect(groupAt('error 131,047 again')).toBe('131047');
});

it('reads what a language prints of a number', () => {
  const number = fc.integer({ min: 1_000, max: 9_999_999 });
  const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'hi-IN');

  fc.assert(
    fc.property(number, locale, (value, name) => {
      expect(readWholeNumber(value.toLocaleString(name))).toBe(`${value}`);
    }),
  );
});
