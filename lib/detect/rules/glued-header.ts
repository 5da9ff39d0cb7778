import type { Examples, Rule } from '../rule.ts';

/** `Error CodeDescription`, `Código de errorDescripción`: two headings that lost what was between them. */
const HEADING =
  /^\W{0,4}(?:(?:[Ee]rror|[Ss]tatus|[Ff]ailure|[Rr]eason)\s?[Cc]odes?|C[óo]digo\sde\s[Ee]rror?|Code\sd['’]erreur|Fehlercode|Codice\s(?:di\s)?errore)(?=\p{Lu}\p{Ll})/u;
/** A row of the same table, or nothing. */
const ROW = /^\s*(?:\d{1,7}\p{Lu}.*)?$/u;
const MOST_ROWS = 12;
const REACH = 1200;

/** The column is headed `Error code`, in a copy that glued each cell to the next, the headings as well. */
export const rule: Rule = {
  id: 'glued-header',
  family: 'place',
  weight: 5,
  needs: ['number', 'head', 'right'],
  find({ lineLeft, right, code, form, reading, start }) {
    if (code.length < 3 || form === 'http-status' || lineLeft.trim() !== '') return null;
    if (!/^\p{Lu}(?:\p{Ll}|\s\p{Ll})/u.test(right)) return null;
    const above = reading
      .before(start - lineLeft.length, REACH)
      .split('\n')
      .slice(0, -1);
    for (let row = 0; row < MOST_ROWS; row++) {
      const line = above.pop();
      if (line === undefined) return null;
      const heading = HEADING.exec(line)?.[0];
      if (heading !== undefined) return heading.trim();
      if (!ROW.test(line)) return null;
    }
    return null;
  },
};

export const examples: Examples = {
  yes: [
    'Error CodeDescription\n‹131047›Re-engagement message',
    'Error codeMeaning\n470Window closed\n‹131009›A parameter is wrong',
    'Código de errorDescripción\n\n‹131005›Acceso denegado',
  ],
  no: [
    'Error CodeDescription\n\nSee page 7001Login',
    'Postal codeCity\n63016Somewhere',
    'Error codes\n7001Login refused',
    'Error CodeDescription\n404Not found',
    'Error CodeDescription\n7001 people',
  ],
};
