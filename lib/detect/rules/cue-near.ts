import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { cue, words } from '../words/pattern.ts';
import { FAILED, REASON } from '../words/reason.ts';
import { RATE } from './tally.ts';

const CUE = cue([
  ...[ERROR, ERROR_CODE, FAILED, REASON].flat(),
  ...words(
    'code, codes, código, rejects, rejected, failures, refused, rejeitad*, falharam, rechazad*, fallaron',
  ),
]);

/** The end of a sentence, of a paragraph, of a cell, of a point in a list; `e.g. ` is none. */
const BREAK = /(?<!\b(?:e\.g|i\.e|ex|z\.B|ej|nr|no|vs|etc))[.!?;]\s|[.!?]$|\n\s*[\n*+|-]|\|/iu;

/** The word for an error stands in the same sentence, a few words away. */
export const rule: Rule = {
  id: 'cue-near',
  family: 'place',
  weight: 1.4,
  needs: ['number', 'long', 'beside'],
  find({ left, lineLeft, right, structural, kind, code }) {
    if (RATE.test(lineLeft) || structural || kind !== 'number' || code.length < 5) return null;
    const before = left.slice(-64).split(BREAK).at(-1) ?? '';
    const after = right.slice(0, 40).split(BREAK, 1)[0] ?? '';
    return CUE.in(before)?.word ?? CUE.in(after)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'an error that Meta calls ‹131047›',
    'código de error tras la entrega: ‹131026›',
    'the code that came was ‹131049›',
    'were rejected outright (`‹131053›`)',
  ],
  no: ['An error. 131047 came later', '131047 people', 'nothing here but 131047'],
};
