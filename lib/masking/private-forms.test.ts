import { describe, expect, it } from 'vitest';
import table from '../../data/private-forms.json' with { type: 'json' };
import { bundledMasking } from './bundled-masking.ts';
import { findKeptForms } from './private-forms.ts';

const { splitIntoParts } = bundledMasking;
const mark = (text: string, kind: string) =>
  splitIntoParts(text)
    .map((part) => (part.masked === kind ? `⟦${part.text}⟧` : part.text))
    .join('');

describe('the example of each private form is masked', () => {
  it.each(table.private.map(({ kind, example }) => [kind, example]))('%s: %s', (kind, example) => {
    expect(mark(example.replace(/[⟦⟧]/g, ''), kind)).toBe(example);
  });
});

describe('the example of each kept form is kept', () => {
  it.each(table.kept.map(({ example }) => [example]))('%s', (example) => {
    expect(findKeptForms(example)).toContainEqual({ start: expect.any(Number), end: expect.any(Number) });
    expect(splitIntoParts(example).every(({ masked }) => masked === null)).toBe(true);
  });
});
