import { describe, expect, it } from 'vitest';
import { ageOf, lastSeen, readOn } from './age.ts';

const sources = [{ seen: '2025-02' }, { seen: '2026-11-20' }, { seen: '2026-11' }];
const at = (date: string) => Date.parse(date);

describe('the age of the catalogue', () => {
  it('counts from the day a source was last read', () => {
    expect(lastSeen(sources)).toBe('2026-11-20');
    expect(ageOf({ sources }, at('2026-12-01T09:00Z'))).toEqual({ days: 11, isOld: false });
    expect(readOn({ sources })).toBe('20 November 2026');
  });

  it.each([
    ['2027-05-19T23:59Z', 180, false],
    ['2027-05-20T00:00Z', 181, true],
    ['2030-01-01T00:00Z', 1_138, true],
  ])('on %s it is %i days old, past 180 days: %s', (now, days, isOld) =>
    expect(ageOf({ sources }, at(now))).toMatchObject({ days, isOld }),
  );

  it('invents no day, and no age for a clock that is behind', () => {
    expect(ageOf({ sources: [{ seen: '2026-11' }] }, at('2026-11-05T00:00Z'))).toMatchObject({ days: 4 });
    expect(readOn({ sources: [{ seen: '2026-11' }] })).toBe('November 2026');
    expect(ageOf({ sources }, 0)).toMatchObject({ days: 0, isOld: false });
  });
});
