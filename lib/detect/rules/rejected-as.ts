import type { Examples, Rule } from '../rule.ts';
import { cue } from '../words/pattern.ts';
import { REJECTED } from '../words/reason.ts';

/** A sign, a word like "with" or "por", or both: `rechazada por …`, `refusé : …`, `rejected (…`. */
const CUE = cue(REJECTED, {
  after:
    /^["'`*]{0,2}(?:\s?[:：–—·(（→-]{1,2}|\s(?:with|as|for|by|por|como|com|con|pour|avec|comme|mit|als|wegen|per|come|met|wegens|за|как|с|karena|dengan|vì|do|بسبب|بـ))[\s"'`*(]{0,4}$/iu,
});

/** `Plantilla rechazada por INVALID_FORMAT`: a reason that Meta gives, right behind the word for a rejection; states are none. */
export const rule: Rule = {
  id: 'rejected-as',
  family: 'place',
  weight: 5.4,
  needs: ['capital', 'left'],
  find({ meanings, lineLeft }) {
    if (!meanings.some(({ title }) => /^Template rejected:/.test(title))) return null;
    return CUE.in(lineLeft)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'La plantilla salió rechazada por ‹INVALID_FORMAT›',
    'Le modèle est refusé : ‹PROMOTIONAL›',
    'Template rejected (‹SCAM›)',
    'Vorlage abgelehnt wegen ‹TAG_CONTENT_MISMATCH›',
  ],
  no: [
    'Plantilla rechazada: PAUSED',
    'PROMOTIONAL offer rejected',
    'rejected the promotional offer',
    'approved as PROMOTIONAL',
  ],
};
