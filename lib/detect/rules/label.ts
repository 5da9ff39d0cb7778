import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE, ERRORS } from '../words/error.ts';
import { cue, endsWithCue, wordless } from '../words/pattern.ts';

const CODES = endsWithCue(ERROR_CODE);
const LABEL = endsWithCue(ERROR);

const PLURAL = cue(ERRORS, { after: wordless(0) });
const COUNT = /number of|total|count|rate|número de|nombre|anzahl|quantidade|jumlah/i;

/** The cell or line before is the label `Error code`. */
export const rule: Rule = {
  id: 'label',
  family: 'place',
  weight: 4.8,
  needs: ['label'],
  find(scene) {
    const { label, code } = scene;
    if (!label || label.length > 60 || COUNT.test(label) || !leadsText(scene)) return null;
    const words = label.replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
    if (CODES.in(words)) return label;
    // `ERROR: 1` counts.
    if (code.length < 2) return null;
    return LABEL.in(words) && !(code.length < 5 && PLURAL.in(words)) ? label : null;
  },
};

export const examples: Examples = {
  yes: ['| Error code | ‹131047› |', 'Error code\t‹63016›', 'Código de error\t‹131026›'],
  no: [
    '| Zip code | 131047 |',
    'Error count\t131047',
    '| Verification code | 131047 |',
    'Error 131047\tundeliverable',
  ],
};
