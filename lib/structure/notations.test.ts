import { expect, it } from 'vitest';
import notations from '../../data/notations.json' with { type: 'json' };
import stateForms from '../../data/state-forms.json' with { type: 'json' };
import { FIELD_SIGN } from './field-names.ts';
import { compileForms, expandParts, NOTATIONS } from './notations.ts';

const states = compileForms(stateForms.forms, (form) =>
  expandParts(form, { sign: FIELD_SIGN }),
);
const forms = Object.entries({ ...NOTATIONS, ...states }).map(
  ([name, pattern]) => {
    const entries: Readonly<Record<string, { example: string }>> = {
      ...notations.forms,
      ...stateForms.forms,
    };
    return [name, entries[name]?.example ?? '', pattern] as const;
  },
);

it.each(forms)('the example of %s is matched: %j', (_, example, pattern) => {
  pattern.lastIndex = example.indexOf('⟦');
  const [match = ''] = pattern.exec(example.replace(/[⟦⟧]/g, '')) ?? [];
  pattern.lastIndex = 0;
  expect(example).toContain(`⟦${match}⟧`);
});
