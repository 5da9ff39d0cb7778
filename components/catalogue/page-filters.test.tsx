import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NO_PAGE_FILTERS,
  readFilters,
  readTarget,
  writeFilters,
} from '../shared/FilterBar.tsx';

const providers = ['meta', 'twilio'];

describe('the address', () => {
  test('contains each set filter', () => {
    expect(
      writeFilters({
        ...NO_PAGE_FILTERS,
        provider: 'meta',
        turn: 'you',
        retry: 'after-fix',
      }),
    ).toBe('?provider=meta&turn=you&retry=after-fix');
    expect(writeFilters(NO_PAGE_FILTERS)).toBe('');
  });

  test('reads back what it wrote', () => {
    const filters = {
      query: 'window closed & more',
      provider: 'twilio',
      turn: 'meta',
      retry: 'later',
    } as const;
    expect(readFilters(writeFilters(filters), providers)).toEqual(filters);
  });

  test('accepts the name of the search filter for the turn, too', () =>
    expect(readFilters('?owner=meta', providers)).toEqual({
      ...NO_PAGE_FILTERS,
      turn: 'meta',
    }));

  test('ignores an unknown value', () => {
    expect(
      readFilters('?provider=nobody&turn=me&retry=&class=x', providers),
    ).toEqual(NO_PAGE_FILTERS);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readFilters(text, providers).query).toBe('string');
        expect(readTarget(`#${text}`)).not.toBe('');
      }),
    );
  });

  test.each([
    ['', null],
    ['#', null],
    ['#131047', '131047'],
    ['#meta/cloud/131047', 'meta/cloud/131047'],
    ['#a%20b', 'a b'],
    ['#100%', '100%'],
  ])('%s leads to %s', (hash, target) => expect(readTarget(hash)).toBe(target));
});
