import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import { parseCorpus } from '../scripts/corpus.ts';
import { evaluate } from '../scripts/evaluation.ts';

const index = createCodeIndex(createCodeIndexData(readCatalogue()));
const readCorpus = (name: string) =>
  parseCorpus(readFileSync(`tests/corpus/${name}.jsonl`, 'utf8'));
const evaluateCorpus = (name: string) => evaluate(readCorpus(name), index);

// The targets. docs/evaluation.md has the current figures.
it('finds the codes of public text and of consoles outside the training data', () => {
  const { precision, f1, resolved, kinds, right, missed } =
    evaluateCorpus('heldout');
  expect(right + missed).toBeGreaterThan(75);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(f1).toBeGreaterThanOrEqual(0.97);
  expect(resolved).toBeGreaterThanOrEqual(0.95);
  const weak = Object.entries(kinds).filter(([, score]) => score.f1 < 0.9);
  expect(weak).toEqual([]);
});

// Training data. `npm run evaluate -- tests/corpus/NAME.jsonl` lists the mistakes.
it.each([
  ['shapes', 0.97, 0.93],
  ['collisions', 0.9, 0.95],
])('holds what the lines of %s were written for', (name, least, recall) => {
  const score = evaluateCorpus(name);
  expect(score.precision).toBeGreaterThanOrEqual(least);
  expect(score.recall).toBeGreaterThanOrEqual(recall);
});

// Short texts of consoles, independent of the generator in `scripts/learn/short-form-examples.ts`.
it('finds codes in short console texts, and few in their look-alikes', () => {
  const { recall, wrong } = evaluateCorpus('short');
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(wrong).toBeLessThanOrEqual(7);
});

// Logs and lists, independent of the generator in `scripts/learn/log-examples.ts`.
it('finds the codes of logs, lists and tables by their structure', () => {
  const { recall, wrong, right, missed } = evaluateCorpus('logs');
  expect(right + missed).toBeGreaterThan(1_500);
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(wrong).toBeLessThanOrEqual(20);
});

it('marks almost no everyday numbers', () => {
  const chats = readCorpus('daily-life');
  // Most of these chats are on consoles.
  expect(
    evaluate(chats, index).misses.length / chats.length,
  ).toBeLessThanOrEqual(0.01);
});
