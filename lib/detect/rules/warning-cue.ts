import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

const WARNING = /(?:^|[^\p{L}])warnings?\s?(?:[-–—:]\s?)?$/iu;

/** `Warning - 63049` on the console of a provider that has the number. */
export const rule: Rule = {
  id: 'warning-cue',
  family: 'place',
  weight: 3,
  needs: ['number', 'console', 'long', 'left'],
  find({ lineLeft, meanings, reading }) {
    return areOf(meanings, reading.console?.provider) && WARNING.test(lineLeft) ? 'warning' : null;
  },
};

export const examples: Examples = {
  host: 'console.twilio.com',
  yes: ['Warning - ‹63016›', 'Warning ‹63016›', 'WARNING: ‹21610›'],
  no: ['Forewarning 63016', 'Warnings and 63016', 'Warning - 131047'],
};
