import { expect, it } from 'vitest';
import { explainRejection } from '../../detect/explain-prediction.ts';
import type { Evidence } from '../../detect/hit.ts';
import { formatUnmarkedReason } from './unmarked-reason.ts';

const against = (kind: Evidence['kind'], text: string): Evidence => ({
  kind,
  text,
  weight: -1,
});

it.each([
  ['no evidence', [], 0.1, /nothing next to it says/],
  ['a label', [against('slot', 'header total price')], 0.1, /“total price”/],
  ['a word', [against('phrase', 'orders')], 0.1, /the word “orders”/],
  ['a rule', [against('rule', 'row index')], 0.1, /else \(“row index”\)/],
  ['a strict setting', [], 0.7, /asks for more certainty/],
])('says in one sentence that %s left a number unmarked', (...row) => {
  const [, evidence, confidence, sentence] = row;
  const hit = { confidence, evidence, meanings: [] };
  const said = formatUnmarkedReason(explainRejection(hit, {}));

  expect(said).toMatch(sentence);
  expect(said).toMatch(/^Not marked: [^.]+\.$/);
});

it.each([
  ['suppressed', /you removed this mark/],
  ['in a tooltip or label', /in a tooltip or label/],
  ['part of a message that someone wrote', /that someone wrote/],
])('knows the reason of the page itself: %s', (rejection, sentence) =>
  expect(formatUnmarkedReason(rejection)).toMatch(sentence),
);
