import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { anyOf } from '../words/pattern.ts';

const CUE = new RegExp(
  anyOf([
    ...ERROR,
    ...ERROR_CODE,
    'code',
    'codes',
    'código',
    'failed',
    'fails',
    'falhou',
    'rejects',
    'refused',
  ]),
  'iu',
);

/** The word for an error stands in the same sentence, a few words away. */
export const rule: Rule = {
  id: 'cue-near',
  family: 'place',
  weight: 1.4,
  find({ lineLeft, lineRight, structural }) {
    if (structural) return null;
    const before =
      lineLeft
        .slice(-60)
        .split(/[.!?;]\s/)
        .at(-1) ?? '';
    const after = lineRight.slice(0, 40).split(/[.!?;](?:\s|$)/, 1)[0] ?? '';
    return CUE.exec(before)?.[0] ?? CUE.exec(after)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'an error that Meta calls ‹131047›',
    'código de error tras la entrega: ‹131026›',
    'the code that came was ‹131049›',
  ],
  no: ['An error. 131047 came later', '131047 people', 'nothing here but 131047'],
};
