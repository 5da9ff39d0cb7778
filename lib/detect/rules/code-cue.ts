import type { Examples, Rule } from '../rule.ts';
import { CODE } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';

const CUE = endsWithCue(CODE);
/** `US long code 1000`: a number to send from. */
const SENDERS = /\b(?:long|short|area|dial(?:l?ing)?|zip|post(?:al)?|country)[\s-]codes?\W{1,3}$/i;

/** `code 131047`, `kode 131042`, `motivo: 131049`: the word alone may speak of any code. */
export const rule: Rule = {
  id: 'code-cue',
  family: 'place',
  weight: 3.1,
  needs: ['led'],
  find({ left, structural }) {
    return structural || SENDERS.test(left) ? null : (CUE.in(left)?.word ?? null);
  },
};

export const examples: Examples = {
  yes: ['HTTP 400 code ‹63016›', 'semuanya kode ‹131042›', 'Código ‹132000›'],
  no: ['SMS US long code 1000', 'barcodes 131047', '131047', 'decode them: 131047'],
};
