import { afterEach, expect, test, vi } from 'vitest';
import { formatCountry } from './country-name.ts';

afterEach(() => vi.restoreAllMocks());

test('names a country in each language', () => {
  expect(
    ['en', 'de', 'en'].map((language) => formatCountry('GB', language)),
  ).toEqual(['United Kingdom', 'Vereinigtes Königreich', 'United Kingdom']);
});

test('names the countries of millions of rows with one list of names', () => {
  const createNames = vi.spyOn(Intl, 'DisplayNames');
  const regions = ['BR', 'IN', 'PT', 'BR', 'IN', 'PT'];
  for (const region of regions) formatCountry(region, 'fr');
  expect(createNames).toHaveBeenCalledOnce();
});
