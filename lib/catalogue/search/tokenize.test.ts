import { describe, expect, it } from 'vitest';
import { findLetterSwaps, stemWord } from './tokenize.ts';

describe('stems', () => {
  it.each([
    ['violates', 'violated', 'violation'],
    ['rejected', 'rejects', 'rejection'],
    ['stop', 'stopped', 'stopping'],
    ['cancelled', 'cancel'],
    ['templates', 'template'],
    ['approved', 'approval', 'approves'],
  ])('%s and its forms have one stem', (...forms) => {
    expect(new Set(forms.map(stemWord)).size).toBe(1);
  });

  it.each(['131047', 'missing_token', 'flow', 'sms', 'pass'])(
    '%s does not change',
    (word) => {
      expect(stemWord(word)).toBe(word);
    },
  );

  it.each([
    ['flow', 'flower'],
    ['media', 'medal'],
    ['paid', 'pair'],
  ])('%s is not %s', (one, other) => {
    expect(stemWord(one)).not.toBe(stemWord(other));
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
