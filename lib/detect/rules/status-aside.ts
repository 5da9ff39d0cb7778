import type { Examples, Rule } from '../rule.ts';
import { codeHeading } from '../words/code-heading.ts';

/** `Error Code`, alone in its line or the first cell of a heading. */
const HEADING = codeHeading(/^[^\p{L}\n]{0,4}(?:\n|\||\t)/u);
const STATUS = /^[^\p{L}\p{N}]{0,4}([45]\d\d)\s[(（]$/u;

/** `403 (10)` below a heading for codes: a status of HTTP, and the code that came with it. */
export const rule: Rule = {
  id: 'status-aside',
  family: 'place',
  weight: 7.2,
  needs: ['marked', 'right'],
  find({ lineLeft, right, meanings, reading, start }) {
    if (!STATUS.test(lineLeft) || !/^[)）][^\n\p{L}]{0,4}(?:\n[^\n]|[|\t])/u.test(right)) return null;
    if (!meanings.some(({ provider }) => provider === 'meta')) return null;
    return HEADING.in(reading.before(start, 900))?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Error Code\nMeaning\n401 (‹190›)\nToken revoked\nGet a new one.',
    '| Error code | Meaning |\n|---|---|\n| 403 (‹10›) | No permission |',
    'Error codes\n403 (‹200-299›)\nNot on the list',
    'Codes\n400 (‹100›)\nWrong field',
  ],
  no: [
    'Status\n403 (10)\n401 (190)\n',
    'Error code\nsent 403 (10) times\nand more',
    'Error code\n470 and 403 (10) of them\n',
  ],
};
