import type { Examples, Rule } from '../rule.ts';
import { CODE, ERROR } from '../words/error.ts';
import { cue, endsWithCue } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';

const CUE = endsWithCue(CODE);
const FAULT = cue([...FAILED, ...ERROR]);

/** `Status: error · Code 190` on a console: the line says that it failed, and a small number is said to be a code. */
export const rule: Rule = {
  id: 'failed-code',
  family: 'payload',
  weight: 1.2,
  needs: ['number', 'led', 'console'],
  find({ form, lineLeft, left }) {
    if (form !== 'three-digits') return null;
    const code = CUE.in(left);
    const said = code && FAULT.in(lineLeft.slice(0, Math.max(0, lineLeft.length - left.length + code.start)));
    return said?.word ?? null;
  },
};

export const examples: Examples = {
  host: 'business.facebook.com',
  yes: [
    'Estado: error · Código ‹190›',
    'Status: failed, code: ‹470›',
    'Failed, code ‹368›',
    'não enviado (código ‹190›)',
  ],
  no: ['Code 190', 'Sent, code 190', 'failed 190', 'Failed: area code 200', 'Status: ok, code: 200'],
};
