import type { Examples, Rule } from '../rule.ts';

const BEFORE =
  /(?:^|[^\p{L}])(?:lines?|ln|linha|línea|linea|ligne|zeile|regel|строка|satır|baris|dòng|key value is|page|p\.|página|seite|chapter|section|§|step|row|第)[\s:#.(]{0,3}$/iu;

/** `Lignes ignorées : 1004, 1010` */
const SEVERAL =
  /(?:^|[^\p{L}])(?:lines|rows|lignes|líneas|filas|linhas|zeilen|righe|строки|baris|satırlar)(?:\s\p{L}+){0,2}\s?[:：]\s?(?:\d{1,6},\s?)*$/iu;

/** A line, a page, a section, a step. */
export const rule: Rule = {
  id: 'line-number',
  family: 'against',
  weight: -5,
  needs: ['left'],
  find({ lineLeft }) {
    return (BEFORE.exec(lineLeft) ?? SEVERAL.exec(lineLeft))?.[0].trim().replace(/\d.*$/, '') ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'in pool.py, line ‹131047›',
    'page ‹190›',
    'PRIMARY KEY: the duplicate key value is (‹131026›).',
    'Zeile ‹1005›',
    'Lignes ignorées : 1004, ‹1010›, 1022.',
  ],
  no: ['online 131047', 'error 131047', 'landing-page-131047'],
};
