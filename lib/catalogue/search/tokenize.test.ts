import { describe, expect, it } from 'vitest';
import { stemWord } from './tokenize.ts';

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
