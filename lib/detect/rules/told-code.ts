import type { Examples, Rule } from '../rule.ts';
import { sentenceAround } from '../sentence.ts';
import { toldIn } from '../told-in.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';

const CUE = endsWithCue([...CODE, ...ERROR, ...ERROR_CODE]);
const REACH = 72;

/** `code 10 when the app lacks the permission`, `kode 190, tokennya kedaluwarsa`: the sentence is about what the small code means. */
export const rule: Rule = {
  id: 'told-code',
  family: 'wording',
  weight: 3.4,
  needs: ['number', 'led', 'tellable'],
  find({ code, lineLeft, lineRight, structural }) {
    if (structural || /^\sOK/.test(lineRight) || CUE.in(lineLeft) === null) return null;
    const { before, after } = sentenceAround({ lineLeft, lineRight }, REACH);
    const around = `${before} ${after}`;
    return toldIn(code, after, around) ?? toldIn(code, before, around);
  },
};

export const examples: Examples = {
  yes: [
    'throws with code ‹10› when the app lacks the permission',
    'code ‹190› : jeton expiré',
    'error ‹100›, the parameter is missing',
  ],
  no: [
    'error 200 again. No permission',
    'zip 190 token',
    'error 100, whichever parameter',
    'error 131047 token',
  ],
};
