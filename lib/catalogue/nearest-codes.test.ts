import { describe, expect, it, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { createCatalogue } from './catalogue.ts';
import { findNearestCodes, findNeighbour } from './nearest-codes.ts';
import { isWithinOneEdit } from './search/typos.ts';

const catalogue = createCatalogue(readCatalogue());

describe('neighbours of a code', () => {
  const list = (code: string, catalogue = testCatalogue) =>
    findNearestCodes(code, catalogue).map((entry) => entry.code);

  it('offers a changed digit before an added one, common codes first', () => {
    expect(list('131057')).toEqual(['131056', '131047']);
    expect(list('13147')).toEqual(['131047']);
    expect(list('131-047')).toEqual(['131047']);
  });

  it('offers nothing where no digit was missed, although numbers begin alike', () => {
    expect(list('131999')).toEqual([]);
    expect(list('131999', catalogue)).toEqual([]);
    expect(list('9876543', catalogue)).toEqual([]);
  });

  it('excludes the code itself, and is empty for symbols and short numbers', () => {
    expect(list('131047')).not.toContain('131047');
    expect(list('MISSING_TOKEM')).toEqual([]);
    expect(list('471', catalogue)).toEqual([]);
  });

  it('offers a swap of digits', () =>
    expect(list('131407', catalogue)).toContain('131047'));

  it('offers for every number of this form only slips, each once, of lists with such numbers', () => {
    const ofMeta = catalogue.entries.filter(({ code }) =>
      /^13\d{4}$/.test(code),
    );
    const known = new Set(ofMeta.map(({ code }) => code));
    const lists = new Set(ofMeta.map(getRegistryId));

    for (let number = 130_000; number < 140_000; number += 7) {
      const code = String(number);
      if (known.has(code)) continue;

      const near = findNearestCodes(code, catalogue);
      const codes = near.map((entry) => entry.code);

      expect(codes.filter((other) => !isWithinOneEdit(code, other))).toEqual(
        [],
      );
      expect(new Set(codes).size).toBe(codes.length);

      const others = near.filter(
        (entry) => entry.code.length === 6 && !lists.has(getRegistryId(entry)),
      );

      expect(others.map(({ key }) => `${code}: ${key}`)).toEqual([]);
    }
  });
});

test('the list of an unknown number is that of most codes which begin like it', () => {
  const find = (code: string) => {
    const { provider, api } = findNeighbour(code, catalogue) ?? {};
    return provider && `${provider}/${api}`;
  };

  expect(find('131999')).toBe('meta/cloud');
  expect(find('63099')).toBe('twilio/api');
  expect(find('LUNCH')).toBeUndefined();
});
