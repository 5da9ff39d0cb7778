import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { createSearch } from './search.ts';
import { parseFilters } from './search-filters.ts';

const search = createSearch(testCatalogue);
const findKeys = (query: string) =>
  search.find(query, {}, 1_000).map(({ entry }) => entry.key);
const filterKeys = (query: string) =>
  testCatalogue.entries
    .filter(parseFilters(query, testCatalogue).matches)
    .map(({ key }) => key);

describe('filters of a query', () => {
  it.each([
    ['1003 provider:gupshup', ['gupshup/api/1003']],
    ['provider:gupshup 1003', ['gupshup/api/1003']],
    ['PROVIDER:Gups 1003', ['gupshup/api/1003']],
    ['payment owner:you provider:meta', ['meta/cloud/131042']],
    ['1003 provider:', findKeys('1003')],
  ])('%s', (query, found) => expect(findKeys(query)).toEqual(found));

  it.each([
    'provider:twilio',
    'owner:recipient',
    'turn:recipient',
    'owner:wait',
    'retry:backoff',
    'retry:never',
    'class:auth',
    'owner:you retry:after-fix',
  ])('%s alone lists the matching entries', (query) => {
    expect([...findKeys(query)].sort()).toEqual([...filterKeys(query)].sort());
    expect(findKeys(query).length).toBeGreaterThan(0);
  });

  it('lists the most common codes first', () => {
    const mostCommon = (
      ['meta/cloud/131056', 'meta/cloud/131042'] as const
    ).map((key) => ({
      key,
      texts: 1,
      threads: 1,
    }));
    const found = createSearch({ ...testCatalogue, mostCommon }).find(
      'provider:meta',
    );
    expect(found.slice(0, 2).map(({ entry }) => entry.key)).toEqual(
      mostCommon.map(({ key }) => key),
    );
  });

  it('uses the turns of the card: `wait` is separate from `nobody`', () => {
    const waiting = '360dialog/registration/1005~timeout';
    expect(filterKeys('turn:wait')).toEqual([waiting]);
    expect(filterKeys('turn:nobody')).not.toContain(waiting);
    expect(filterKeys('retry:wait')).toEqual(filterKeys('retry:later'));
  });

  it('accepts any of several values of one filter', () => {
    expect(filterKeys('provider:twilio provider:exotel').length).toBe(
      filterKeys('provider:twilio').length +
        filterKeys('provider:exotel').length,
    );
  });

  it('finds nothing for an unknown value, and lists the known ones', () => {
    expect(findKeys('1003 provider:nobody')).toEqual([]);
    expect(parseFilters('retry:sometimes', testCatalogue).problems).toEqual([
      'Unknown value “sometimes” for “retry:”. Known values: no, after-fix, later, backoff, once.',
    ]);
  });

  it('applies filters to neighbours too', () => {
    expect(findKeys('131407 provider:twilio')).toEqual([]);
  });

  it('does not change the rest of any text', () => {
    expect(
      parseFilters('window provider:meta closed', testCatalogue),
    ).toMatchObject({
      rest: 'window  closed',
      provider: 'meta',
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/:/g, '');
        expect(parseFilters(plain, testCatalogue)).toMatchObject({
          rest: plain.trim(),
          hasFilters: false,
          filters: new Map(),
          problems: [],
        });
        parseFilters(`provider:${text} retry:${text}`, testCatalogue);
      }),
    );
  });
});
