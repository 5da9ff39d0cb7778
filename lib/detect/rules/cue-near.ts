import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { firstOf, lastOf } from '../words/letters.ts';
import { COUNTS } from '../words/other.ts';
import { cue, type Match, words } from '../words/pattern.ts';
import { FAILED, REASON } from '../words/reason.ts';
import { RATE } from './tally.ts';

const CUE = cue([...[ERROR, ERROR_CODE, REASON].flat(), ...words('code, codes, código')]);

/** These count as well: `failed 470`. */
const FAILING = cue([
  ...FAILED,
  ...words('rejects, rejected, failures, refused, rejeitad*, falharam, rechazad*, fallaron'),
]);

/** `sent 131047`: a count, whatever else the sentence tells. */
const COUNTED = cue(COUNTS, { after: /^[\s:：=]{0,3}$/ });

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
    if (COUNTED.in(lineLeft)) return null;
    const before = lastOf(left, 64).split(BREAK).at(-1) ?? '';
    const after = firstOf(right, 40).split(BREAK, 1)[0] ?? '';
    return cueIn(before) ?? cueIn(after);
  },
};

function cueIn(text: string): string | null {
  return CUE.in(text)?.word ?? FAILING.all(text).find((match) => !counts(text, match))?.word ?? null;
}

/** It counts a figure of its own: `failed 470`, `470 failed`. */
function counts(text: string, { start, end }: Match): boolean {
  return /^[\u0590-\u077f]{0,3}\s?[:：]?\s?\d/.test(text.slice(end)) || /\d\s?$/.test(text.slice(0, start));
}

export const examples: Examples = {
  yes: [
    'an error that Meta calls ‹131047›',
    'código de error tras la entrega: ‹131026›',
    'the code that came was ‹131049›',
    'were rejected outright (`‹131053›`)',
  ],
  no: [
    'An error. 131047 came later',
    '131047 people',
    'nothing here but 131047',
    'sent 131047, failed 470',
    '470 failed, 131047 sent',
  ],
};
