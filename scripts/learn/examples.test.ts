import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { indexData, openIndex } from '../../lib/detect/code-index.ts';
import type { CorpusLine } from '../corpus.ts';
import { examplesOf, strangersOf } from './examples.ts';
import { randomFrom } from './ftrl.ts';

const index = openIndex(indexData(readCatalogue()));

function lineOf(text: string, ...codes: string[]): CorpusLine {
  const labels = codes.map((code) => ({
    code,
    start: text.indexOf(code),
    end: text.indexOf(code) + code.length,
  }));
  return { id: 'x', kind: 'prose', text, codes: labels };
}

test('each place of a line is an example, the labelled ones of codes', () => {
  const line = lineOf('sends bounced with 131047 after 190 days', '131047');
  expect(examplesOf(line, index).map(({ isCode }) => isCode)).toEqual([true, false]);
});

test('what is neither asked for nor wrong is no example', () => {
  const line = lineOf('sends bounced with 131047', '131047');
  const codes = line.codes.map((code) => ({ ...code, optional: true }));
  expect(examplesOf({ ...line, codes }, index)).toEqual([]);
});

test('where another number stands, a code would be none', () => {
  const line = lineOf('order 582914 of the customer went out, and it bounced with 131047', '131047');
  const strangers = strangersOf(line, index, randomFrom(1));
  expect(strangers).toHaveLength(1);
  expect(strangers[0]?.isCode).toBe(false);
});

test('a place that the rules take for a code is no stranger', () => {
  expect(strangersOf(lineOf('{"error":{"code":582914}}'), index, randomFrom(1))).toEqual([]);
});
