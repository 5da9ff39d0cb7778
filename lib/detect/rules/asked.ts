import type { Examples, Rule } from '../rule.ts';

/** A person selected, pasted or typed just this: whoever asks Errata means a code of a WhatsApp sender. */
export const rule: Rule = {
  id: 'asked',
  family: 'topic',
  weight: 3,
  needs: ['number', 'asked'],
  // A number that no list has may be one of a column of codes, and anything else elsewhere.
  find: ({ reading, kind, meanings, code, header }) =>
    reading.context.asked && kind === 'number' && (meanings.length > 0 || header !== null) ? code : null,
};

export const examples: Examples = {
  asked: true,
  yes: ['Failed with error ‹190›', 'status failed code ‹1013›', 'Error ‹470›'],
  no: ['Access denied', 'message failed', 'REJECTED'],
};
