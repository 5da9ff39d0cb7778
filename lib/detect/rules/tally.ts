import type { Examples, Rule } from '../rule.ts';
import { COUNTS } from '../words/other.ts';
import { anyOf } from '../words/pattern.ts';

const BEFORE = new RegExp(`${anyOf(COUNTS)}[\\s:：=~*"'\`-]{0,4}$`, 'iu');

/** `Errors: 3`: how many there were. */
const ERRORS =
  /(?:errors|errores|erros|erreurs|errori|fouten|ошибок|hatalar|failures|fallos|falhas)\s{0,2}[:=]\s{0,3}$/i;

/** A word before it makes it a count: `up to 1000`, `Sent 131047`. */
export const rule: Rule = {
  id: 'tally',
  family: 'against',
  weight: -3,
  find({ lineLeft, code }) {
    return (
      BEFORE.exec(lineLeft)?.[0].trim() ?? (code.length < 5 ? (ERRORS.exec(lineLeft)?.[0] ?? null) : null)
    );
  },
};

export const examples: Examples = {
  yes: ['up to ‹131047›', 'Sent ‹131026›', 'Total: ‹131047›'],
  no: ['error 131047', '131047 in total', 'failed with 131047'],
};
