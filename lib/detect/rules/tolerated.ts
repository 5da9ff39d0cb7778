import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** A program that goes on where such a code comes, or begins again. */
const NAME =
  /(?:^|[^\p{L}\p{N}])(?:tolerated?|swallow|suppress(?:ed)?|retry_?on|retryable|transient|permanent|fatal)\s?[:=]\s?[[{(]["'`]?$/iu;

/** `{ tolerate: [131026] }`: a list whose name says what a program does where one of its codes comes. */
export const rule: Rule = {
  id: 'tolerated',
  family: 'place',
  weight: 2.4,
  needs: ['number', 'long', 'keyed', 'right'],
  find({ form, code, lineLeft, right }) {
    if (!isRareForm(form) || code.endsWith('000') || !/^["'`]?[,\])}]/.test(right)) return null;
    return NAME.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['{ tolerate: [‹131026›] }', "retryOn = ['‹130429›', 4]", 'transient: [‹130429›]'],
  no: ['{ skip: [131026] }', '{ tolerance: [131026] }', 'tolerate: 131026', '{ tolerate: [131000] }'],
};
