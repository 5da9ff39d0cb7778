import type { Examples, Rule } from '../rule.ts';

const BEFORE =
  /(?:^|[^\p{L}])(?:lines?|ln|linha|línea|linea|ligne|zeile|regel|строка|satır|baris|dòng|page|p\.|página|seite|chapter|section|§|step|row|第)[\s:#.]{0,3}$/iu;

/** A line, a page, a section, a step. */
export const rule: Rule = {
  id: 'line-number',
  family: 'against',
  weight: -5,
  needs: ['left'],
  find({ lineLeft }) {
    return BEFORE.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['in pool.py, line ‹131047›', 'page ‹190›', 'Zeile ‹1005›'],
  no: ['online 131047', 'error 131047', 'landing-page-131047'],
};
