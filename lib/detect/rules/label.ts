import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';

const LABEL = endsWithCue([...ERROR_CODE, ...ERROR]);

/** The cell or line before is the label `Error code`. */
export const rule: Rule = {
  id: 'label',
  family: 'place',
  weight: 4.8,
  find({ label, cell }) {
    if (!label || label.length > 60 || cell?.leads === false) return null;
    return LABEL.test(label.replace(/[^\p{L}\p{M}]+$/u, '')) ? label : null;
  },
};

export const examples: Examples = {
  yes: ['| Error code | ‹131047› |', 'Error code\t‹63016›', 'Código de error\t‹131026›'],
  no: ['| Zip code | 131047 |', 'Error count\t131047', '| Verification code | 131047 |'],
};
