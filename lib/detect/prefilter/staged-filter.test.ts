import patterns from 'virtual:coarse-patterns';
import known from 'virtual:prefilter';
import { expect, test } from 'vitest';
import { createCoarseFilter } from './coarse-filter.ts';
import { createStagedFilter } from './staged-filter.ts';

const HOST = 'business.facebook.com';
const { hasCandidate } = createCoarseFilter(patterns, HOST);
const createFilter = () => createStagedFilter(hasCandidate, known, HOST);

test.each([
  ['131047', true],
  ['(#131047) Re-engagement message', true],
  ['MISSING_TOKEN', true],
  ['NO_CODE_OF_THIS_NAME', false],
  ['Delivered', false],
])('passes what the prefilter passes: %s', (text, is) => {
  expect(createFilter()(text)).toBe(is);
});

test('remembers the headers below which an everyday word is a state', () => {
  const passes = createFilter();
  expect(passes('Pending')).toBe(false);
  expect(['Template name', 'Language'].filter((text) => passes(text))).toEqual(
    [],
  );
  expect(passes('Pending')).toBe(true);
});

test('reads a part of a text', () => {
  expect(createFilter()('at 14:02 131047', 9)).toBe(true);
  expect(createFilter()('at 14:02 131047', 0, 8)).toBe(false);
});
