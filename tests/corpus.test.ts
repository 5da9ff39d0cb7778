import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { parseCorpus } from '../scripts/corpus.ts';
import { evaluate } from '../scripts/evaluation.ts';

const index = openIndex(indexData(readCatalogue()));
const run = (name: string) =>
  evaluate(parseCorpus(readFileSync(`tests/corpus/${name}.jsonl`, 'utf8')), index);

// What the issue asks for; the figures of the day stand in docs/evaluation.md.
it.each(['tuning', 'heldout'])('finds the codes of public text and of consoles: %s', (name) => {
  const { precision, f1, resolved, kinds, corpus } = run(name);
  expect(corpus.codes).toBeGreaterThan(75);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(f1).toBeGreaterThanOrEqual(0.97);
  expect(resolved).toBeGreaterThanOrEqual(0.95);
  const weak = Object.entries(kinds).filter(([, score]) => score.f1 < 0.9);
  expect(weak).toEqual([]);
});

it('leaves most numbers alone that are those of codes and something else', () => {
  const { precision, f1 } = run('collisions');
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(f1).toBeGreaterThanOrEqual(0.88);
});
