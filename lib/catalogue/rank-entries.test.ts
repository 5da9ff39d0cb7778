import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from './catalogue.ts';
import { findEntriesInRange } from './rank-entries.ts';

const catalogue = createCatalogue(readCatalogue());
const findKeysInRange = (range: string, place = {}) =>
  findEntriesInRange(range, place, catalogue).map(({ key }) => key);

describe('the codes of a range', () => {
  it('are those of the catalogue, without duplicates and in order', () => {
    const numbers = findEntriesInRange('63000-63999', {}, catalogue).map(
      ({ code }) => Number(code),
    );
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it('have the meaning on the page', () => {
    expect(findKeysInRange('1005-1006')).toEqual([
      'meta/onprem/1005',
      'meta/onprem/1006',
    ]);
    expect(findKeysInRange('1005-1005', { provider: 'gupshup' })).toEqual([
      'gupshup/api/1005',
    ]);
  });

  it.each(['1005', '9890-9899', '', 'MISSING_TOKEN', '2-1'])(
    'are empty for "%s"',
    (code) => {
      expect(findKeysInRange(code)).toEqual([]);
    },
  );
});
