import { describe, expect, it } from 'vitest';
import { stemOf, swapsOf } from './words-of.ts';

describe('stems', () => {
  it.each([
    ['violates', 'violated', 'violation'],
    ['rejected', 'rejects', 'rejection'],
    ['stop', 'stopped', 'stopping'],
    ['cancelled', 'cancel'],
    ['templates', 'template'],
    ['approved', 'approval', 'approves'],
  ])('%s and its forms are one', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  it.each(['131047', 'missing_token', 'flow', 'sms', 'pass'])('%s stays', (word) => {
    expect(stemOf(word)).toBe(word);
  });

  it.each([
    ['flow', 'flower'],
    ['media', 'medal'],
    ['paid', 'pair'],
  ])('%s is not %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('two letters in the wrong order', () => {
  it('are tried in turn', () => {
    expect(swapsOf('pasu')).toEqual(['apsu', 'psau', 'paus']);
  });

  it('are no digits, and none of a short word', () => {
    expect(swapsOf('13104')).toEqual([]);
    expect(swapsOf('fro')).toEqual([]);
  });
});
