import type { Examples, Rule } from '../rule.ts';
import { COUNTS } from '../words/other.ts';
import { cue } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';
import { holdsCounts } from './tally.ts';

const BEFORE = cue(COUNTS, { after: /^[\s:：=]{0,3}$/ });
const FAILS = cue(FAILED);

/** `Sent 131,047 · Delivered 130,472 · Read 131026`: one of several counts in a line, whatever a title near by says of its number. */
export const rule: Rule = {
  id: 'report',
  family: 'against',
  weight: -6,
  needs: ['number', 'left'],
  find({ lineLeft }) {
    const count = BEFORE.in(lineLeft);
    if (!count || FAILS.in(count.word)) return null;
    return holdsCounts(lineLeft.slice(0, count.start)) ? count.word : null;
  },
};

export const examples: Examples = {
  yes: [
    'Sent 131,047 · Delivered 130,472 · Read ‹131026› · Cost 470',
    'Enviadas: 1310 | Entregues: 1304 | Lidas: ‹1013›',
    'Sent 12, delivered 10, pending ‹190›',
  ],
  no: ['Sent 12, delivered 10, failed 131026', 'Read 131026', 'Sent 12 · Error 131026'],
};
