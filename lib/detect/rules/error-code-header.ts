import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR_CODE } from '../words/error.ts';
import { cue, wordless } from '../words/pattern.ts';

const HEADING = cue([...ERROR_CODE, 'detailed status code'], {
  before: /^[^\p{L}]{0,4}(?:(?:Meta|WhatsApp|API|Twilio)\s)?$/iu,
  after: wordless(4),
});

/** The column is headed `Error code`: said in full, so small numbers count too. */
export const rule: Rule = {
  id: 'error-code-header',
  family: 'place',
  weight: 5,
  needs: ['header'],
  find(scene) {
    const { header, form } = scene;
    // A subcode of 0 is none.
    if (form === 'zero' && header && /sub/i.test(header)) return null;
    return header && header.length <= 40 && leadsText(scene) && HEADING.in(header) ? header : null;
  },
};

export const examples: Examples = {
  yes: [
    '| Error Code | Meaning |\n|---|---|\n| ‹131056› | 24-hour window |',
    'Kode error\tArti\n‹190›\tToken',
    '| Código de erro | O que |\n|---|---|\n| ‹4› | Limite |',
  ],
  no: [
    '| Code | City |\n|---|---|\n| 131049 | Rome |',
    '| Error count | A |\n|---|---|\n| 190 | x |',
    'Error code 131047',
    '| Code | Error subcode |\n|---|---|\n| 131031 | 0 |',
  ],
};
