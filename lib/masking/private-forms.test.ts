import { describe, expect, it } from 'vitest';
import table from '../../data/private-forms.json' with { type: 'json' };
import supportFields from '../../data/support-fields.json' with { type: 'json' };
import { compileForms } from '../structure/notations.ts';
import { bundledMasking } from './bundled-masking.ts';
import { expandForm } from './form-table.ts';
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

describe('the example of each form of a number and of a value is matched', () => {
  const examples: Readonly<Record<string, { example: string }>> = { ...table.numbers, ...table.values };
  const patterns = { ...compileForms(table.numbers, expandForm), ...compileForms(table.values, expandForm) };
  const forms = Object.entries(patterns).map(
    ([name, pattern]) => [name, examples[name]?.example ?? '', pattern] as const,
  );
  it.each(forms)('%s: %s', (_, example, pattern) => {
    pattern.lastIndex = example.indexOf('⟦');
    const [match = ''] = pattern.exec(example.replace(/[⟦⟧]/g, '')) ?? [];
    expect(example).toContain(`⟦${match}⟧`);
  });
});

describe('the example of each kept form is kept', () => {
  it.each(table.kept.map(({ example }) => [example]))('%s', (example) => {
    expect(findKeptForms(example)).toContainEqual({ start: expect.any(Number), end: expect.any(Number) });
    expect(splitIntoParts(example).every(({ masked }) => masked === null)).toBe(true);
  });
});

it.each(Object.entries(supportFields.keeps))(
  'the example of what support needs matches: %s',
  (_, { form, flags, example }) => {
    expect(example).toMatch(new RegExp(form, flags));
  },
);

it.each(Object.entries(supportFields.forms))(
  'the example of a needed form matches: %s',
  (_, { form, example }) => {
    expect(example).toMatch(new RegExp(`^(?:${form})$`, 'u'));
  },
);
