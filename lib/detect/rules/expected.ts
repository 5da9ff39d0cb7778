import type { Examples, Rule } from '../rule.ts';

const EXPECTED =
  /error[\s_-]?code["'`*]{0,2}\s?[:：]["'`*]{0,2}\s(?:should|must|expected to)\s(?:be|show|read|say|equal)\s["'`*]{0,2}$/i;

/** `Error Code: Should show 63016`: what a plan of tests expects. */
export const rule: Rule = {
  id: 'expected',
  family: 'place',
  weight: 4.8,
  needs: ['number', 'long', 'left'],
  find({ lineLeft }) {
    return EXPECTED.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Error Code: Should show ‹63016›',
    '- **Error code:** should be `‹131047›`',
    'error_code: must equal ‹131026›',
  ],
  no: ['Error code: the page should show 131047', 'Country code: should be 131047', 'it should show 63016'],
};
