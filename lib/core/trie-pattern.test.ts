import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTriePattern } from './trie-pattern.ts';

test('matches each word, and nothing else', () => {
  const word = fc.stringMatching(/^[ab01 ]{1,4}$/);
  fc.assert(
    fc.property(fc.array(word), word, (words, other) => {
      const pattern = new RegExp(`^${createTriePattern(words)}$`);
      expect(words.filter((one) => !pattern.test(one))).toEqual([]);
      expect(pattern.test(other)).toBe(words.includes(other));
    }),
  );
});

test.each([
  [['101', '131', 'rejected'], '(?:1[03]1|rejected)'],
  [['red', 'rejected'], 're(?:d|jected)'],
  [['1', '12', '13'], '1[23]?'],
  [Array.from({ length: 10 }, (_, digit) => `4${digit}`), '4\\d'],
])('shares what %j have in common', (words, pattern) => {
  expect(createTriePattern(words)).toBe(pattern);
});
