import { expect, test } from 'vitest';
import { anyOf, joinPatterns } from './pattern-parts.ts';

test('alternatives keep their order and their groups', () => {
  const pattern = anyOf([/a(b)/, /a(c)?/], 'gi');

  expect(pattern).toEqual(/a(b)|a(c)?/gi);
});

test('a list among parts is one of its patterns, and binds to the parts beside it', () => {
  const pattern = joinPatterns([/^x/, [/a/, /b+/], /(?!c)/], 'u');

  expect(pattern).toEqual(/^x(?:a|b+)(?!c)/u);
  expect(pattern.test('xbb')).toBe(true);
  expect(pattern.test('x')).toBe(false);
});
