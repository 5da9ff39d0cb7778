import type { Examples, Rule } from '../rule.ts';
import { codeHeading } from '../words/code-heading.ts';

const HEADING = codeHeading(/^[^\p{L}\n]{0,4}\n/u);

/** Alone on its line in code marks, under a heading for codes: a table that was read cell by cell. */
export const rule: Rule = {
  id: 'own-line',
  family: 'place',
  weight: 3.4,
  needs: ['marked', 'right'],
  find({ lineLeft, lineRight, reading, start, form }) {
    if (form === 'http-status' || form === 'few-digits') return null;
    if (!/^\s*`$/.test(lineLeft) || !/^`\s*$/.test(lineRight)) return null;
    if (form === 'six-digits' || form === 'seven-digits' || form === 'unknown-like') return '`';
    return HEADING.in(reading.before(start, 600))?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Código\n\nDescrição\n\n`‹100›`\n\nParâmetro inválido',
    '`‹131208›`\n\nO grupo',
    'Error code\n\n`‹613›`\n',
  ],
  no: ['`100`', 'Código\n\n`400`\n', 'Code 131047'],
};
