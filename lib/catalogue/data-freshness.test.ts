import { describe, expect, it } from 'vitest';
import {
  findLastSeenDate,
  formatLastSeenDate,
  getDataFreshness,
} from './data-freshness.ts';

const sources = [
  { seen: '2025-02' },
  { seen: '2026-11-20' },
  { seen: '2026-11' },
];
const parseMs = (date: string) => Date.parse(date);

describe('the age of the catalogue', () => {
  it('counts from the last day on which a source was read', () => {
    expect(findLastSeenDate(sources)).toBe('2026-11-20');
    expect(getDataFreshness({ sources }, parseMs('2026-12-01T09:00Z'))).toEqual(
      {
        days: 11,
        isStale: false,
      },
    );
    expect(formatLastSeenDate({ sources })).toBe('20 November 2026');
  });

  it.each([
    ['2027-05-19T23:59Z', 180, false],
    ['2027-05-20T00:00Z', 181, true],
    ['2030-01-01T00:00Z', 1_138, true],
  ])('on %s it is %i days old, past 180 days: %s', (now, days, isStale) =>
    expect(getDataFreshness({ sources }, parseMs(now))).toMatchObject({
      days,
      isStale,
    }),
  );

  it('has no fallback date, and no age for a clock that is slow', () => {
    expect(
      getDataFreshness(
        { sources: [{ seen: '2026-11' }] },
        parseMs('2026-11-05T00:00Z'),
      ),
    ).toMatchObject({
      days: 4,
    });
    expect(formatLastSeenDate({ sources: [{ seen: '2026-11' }] })).toBe(
      'November 2026',
    );
    expect(getDataFreshness({ sources }, 0)).toMatchObject({
      days: 0,
      isStale: false,
    });
  });
});
