import { expect, it } from 'vitest';
import notations from '../../data/notations.json' with { type: 'json' };
import { NOTATIONS } from './notations.ts';

const forms = Object.entries(NOTATIONS).map(([name, pattern]) => {
  const entries: Readonly<Record<string, { example: string }>> = notations.forms;
  return [name, entries[name]?.example ?? '', pattern] as const;
});

it.each(forms)('the example of %s is matched: %j', (_, example, pattern) => {
  pattern.lastIndex = example.indexOf('⟦');
  const [match = ''] = pattern.exec(example.replace(/[⟦⟧]/g, '')) ?? [];
  pattern.lastIndex = 0;
  expect(example).toContain(`⟦${match}⟧`);
});
