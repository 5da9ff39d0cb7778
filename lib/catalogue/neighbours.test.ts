import { describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { isOneSlipAway, neighboursOf } from './neighbours.ts';

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
  ])('%s and %s are one slip apart: %s', (a, b, expected) => {
    expect(isOneSlipAway(a, b)).toBe(expected);
    expect(isOneSlipAway(b, a)).toBe(expected);
  });

  it('offers one digit away before the numerically near', () => {
    const found = neighboursOf('131057', fixture).map(({ entry, by }) => [entry.code, by]);
    expect(found).toEqual([
      ['131056', 'digit'],
      ['131047', 'digit'],
    ]);
    expect(neighboursOf('131051', fixture).map(({ by }) => by)).toContain('near');
  });

  it('never offers the code itself, nor anything for a symbol or a short number', () => {
    expect(neighboursOf('131047', fixture).some(({ entry }) => entry.code === '131047')).toBe(false);
    expect(neighboursOf('MISSING_TOKEM', fixture)).toEqual([]);
    expect(neighboursOf('12', fixture)).toEqual([]);
  });
});
