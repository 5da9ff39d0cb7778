import { describe, expect, it } from 'vitest';
import { findLetterSwaps, isWithinOneEdit } from './typos.ts';

describe('two codes', () => {
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
});

describe('two swapped letters', () => {
  it('are tried at each position, but not at the start of a short word', () => {
    expect(findLetterSwaps('pasue')).toEqual([
      'apsue',
      'psaue',
      'pause',
      'paseu',
    ]);
    expect(findLetterSwaps('pasu')).toEqual(['psau', 'paus']);
  });

  it('are never digits, and never in a short word', () => {
    expect(findLetterSwaps('13104')).toEqual([]);
    expect(findLetterSwaps('fro')).toEqual([]);
  });
});
