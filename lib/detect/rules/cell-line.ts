import type { Examples, Rule } from '../rule.ts';
import { codeHeading } from '../words/code-heading.ts';

/** The head of a table in one line: `Error Code Description What you can try`. */
const HEADS = codeHeading(/^[^\S\n]{1,8}\p{L}[^\n.]{2,80}\n\s*\n/u);

/** On a console or its documentation: alone between empty lines, under the heads of a table of codes that was read cell by cell. */
export const rule: Rule = {
  id: 'cell-line',
  family: 'place',
  weight: 3.4,
  needs: ['number', 'head', 'console', 'right'],
  find({ form, lineLeft, lineRight, left, right, reading, start }) {
    if (form === 'http-status' || form === 'few-digits' || form === 'year' || form === 'round') return null;
    if (/\S/.test(lineLeft) || /\S/.test(lineRight)) return null;
    if (!/\n\s*\n\s*$/.test(left) || !/^\s*\n\s*\n\s*\p{Lu}\p{L}*\s\p{L}/u.test(right)) return null;
    return HEADS.in(reading.before(start, 600))?.word ?? null;
  },
};

export const examples: Examples = {
  host: 'business.facebook.com',
  yes: [
    'Error Code Description What to do\n\n‹100›\n\nThis Flow name is taken',
    'Código Descrição\n\n‹131208›\n\nO grupo chegou ao teto',
    'Error Code Description\n\n190\n\nIt ran out.\n\n‹368›\n\nBlocked for now',
  ],
  no: [
    'Error Code Description\n\n400\n\nBad request',
    'Seats Price\n\n100\n\nFor each seat',
    'The error code of a send.\n\n100\n\nFor each seat',
    'Error Code Description\n\n100 seats\n\nFor each seat',
  ],
};
