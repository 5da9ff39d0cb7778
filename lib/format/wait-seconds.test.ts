import { expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { parseWaitSeconds } from './wait-seconds.ts';

it.each([
  ['6 seconds', 6],
  ['a minute', 60],
  ['an hour', 3_600],
  ['3 to 6 hours', 21_600],
  ['up to 24 hours', 86_400],
  ['7 days', 604_800],
  ['until the date given', null],
  ['a few minutes', null],
  [null, null],
  ['a week', 604_800],
  ['a month', 2_592_000],
  ['at least 7 days', 604_800],
])('reads %j as %j', (wait, seconds) => expect(parseWaitSeconds(wait)).toBe(seconds));

it('reads most waits of the catalogue, and every one that begins with a number', () => {
  const waits = readCatalogue().entries.flatMap(({ verdict }) => verdict.wait ?? []);
  expect(waits.filter((wait) => parseWaitSeconds(wait) === null && /^\d/.test(wait))).toEqual([]);
  expect(waits.filter((wait) => parseWaitSeconds(wait) !== null).length).toBeGreaterThan(waits.length / 2);
});
