import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { createCatalogue } from './catalogue.ts';
import { findNearestCodes, isWithinOneEdit } from './nearest-codes.ts';

describe('neighbours of a code', () => {
  it.each([
    ['131047', '131048', true],
    ['131047', '131407', true],
    ['131047', '13047', true],
    ['131047', '1311047', true],
    ['131047', '131047', false],
    ['131047', '131074', true],
    ['131047', '130074', false],
    ['1005', '1500', false],
  ])('%s and %s are within one edit: %s', (a, b, expected) => {
    expect(isWithinOneEdit(a, b)).toBe(expected);
    expect(isWithinOneEdit(b, a)).toBe(expected);
  });

  it('ranks one changed digit before codes of the range', () => {
    const found = findNearestCodes('131057', testCatalogue).map(
      ({ code }) => code,
    );
    expect(found.slice(0, 2)).toEqual(['131056', '131047']);
    expect(
      findNearestCodes('131051', testCatalogue).map(({ code }) => code),
    ).toContain('131042');
  });

  it('adds the nearest codes of the range, each once', () => {
    expect(
      findNearestCodes('131099', testCatalogue).map(({ code }) => code),
    ).toEqual(['131056', '131047', '131042', '131026']);
    expect(findNearestCodes('MISSING_TOKEM', testCatalogue)).toEqual([]);
  });

  it('offers codes of the list that most codes of the range are from before nearer ones of another', () => {
    const lists = findNearestCodes(
      '131999',
      createCatalogue(readCatalogue()),
    ).map(({ provider, api }) => `${provider}/${api}`);
    expect(lists).toEqual(lists.map(() => 'meta/cloud'));
    expect(lists.length).toBeGreaterThan(3);
  });

  it('excludes the code itself, and is empty for symbols and short numbers', () => {
    expect(
      findNearestCodes('131047', testCatalogue).some(
        ({ code }) => code === '131047',
      ),
    ).toBe(false);
    expect(findNearestCodes('MISSING_TOKEM', testCatalogue)).toEqual([]);
    expect(findNearestCodes('12', testCatalogue)).toEqual([]);
  });
});
