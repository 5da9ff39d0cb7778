import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { sentenceAround } from '../sentence.ts';
import { CODE, ERROR, ERRORS } from '../words/error.ts';
import { OF_DAILY_LIFE } from '../words/other.ts';
import { cue } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';
import { rule as met } from './met.ts';

const REACH = 110;
const OF_LIFE = cue(OF_DAILY_LIFE);
const FAULT = cue([
  ...ERROR,
  ...ERRORS,
  ...CODE,
  ...FAILED,
  ...REJECTED,
  'meta',
  'template',
  'graph',
  'api',
  'webhook',
  'twilio',
]);

/** `my 131026 has not come, I ordered it on Monday`: a sentence about what was bought, counted or scored, and not about what failed. */
export const rule: Rule = {
  id: 'daily-life',
  family: 'against',
  weight: -3.2,
  needs: ['number', 'long', 'beside'],
  find(scene) {
    if (!isRareForm(scene.form) || scene.structural) return null;
    const { before, after } = sentenceAround(scene, REACH);
    const word = OF_LIFE.in(before)?.word ?? OF_LIFE.in(after)?.word;
    if (word === undefined || met.find(scene) !== null) return null;
    return FAULT.in(before) || FAULT.in(after) ? null : word;
  },
};

export const examples: Examples = {
  yes: [
    'I still have nothing of ‹131049›, ordered on Sunday',
    'the odometer stood at ‹131026›',
    'Quería preguntar por el ‹131026›, lo pedí el lunes',
  ],
  no: ['order failed: 131047', 'the error 131047 of our order', 'ordered 470 of them', 'we got 131026'],
};
