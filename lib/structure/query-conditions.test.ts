import { expect, it } from 'vitest';
import {
  blankQueryConditions,
  listQueriedNumbers,
} from './query-conditions.ts';

it.each([
  ['SELECT * FROM m WHERE code IN (131026, 131047);', ['131026', '131047']],
  ["delete from m where error_code = '131047' and id < 12", ['131047', '12']],
  [
    'UPDATE m SET sent = 1 WHERE code BETWEEN 131000\n  AND 131099',
    ['131000', '131099'],
  ],
  ['SELECT code, count(*) FROM m\nGROUP BY code\nHAVING count(*) > 10', ['10']],
])('the numbers that %s compares are found', (text, numbers) =>
  expect(listQueriedNumbers(text)).toEqual(numbers),
);

it.each([
  'Failed where code = 131047',
  'INSERT INTO m VALUES (131047, 12)',
  'SELECT 131047 FROM m WHERE sent',
  'SELECT * FROM m; the line where code = 131047',
])('%s compares no number', (text) =>
  expect(blankQueryConditions(text)).toBe(text),
);

it('what is below a statement stays, at its offset', () => {
  const query = 'SELECT * FROM m WHERE code = 131047';
  const blanked = blankQueryConditions(`${query}\ncode=131047`);

  expect(blanked).toBe(`${query.replace('131047', '      ')}\ncode=131047`);
});
