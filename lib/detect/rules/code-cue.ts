import type { Examples, Rule } from '../rule.ts';
import { CODE } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';

const CUE = endsWithCue(CODE);

/** `code 131047`, `kode 131042`, `motivo: 131049`: the word alone may speak of any code. */
export const rule: Rule = {
  id: 'code-cue',
  family: 'place',
  weight: 3.1,
  needs: ['led'],
  find({ left, structural }) {
    return structural ? null : (CUE.in(left)?.word ?? null);
  },
};

export const examples: Examples = {
  yes: ['HTTP 400 code ‹63016›', 'semuanya kode ‹131042›', 'Código ‹132000›'],
  no: ['barcodes 131047', '131047', 'decode them: 131047'],
};
