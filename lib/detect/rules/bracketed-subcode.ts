import type { Examples, Rule } from '../rule.ts';

/** At the head of a line or of a message, behind a colon or a mark. */
const BEFORE = /(?:^|[\n:："'`❌✗✖×⚠]\uFE0F?)\s{0,3}["'`]?\($/u;
/** A sentence begins. */
const AFTER = /^\)\s["'`]?\p{Lu}[\p{L}'’]*\s\p{L}/u;

/** `Not valid: (2388040) The message header can't …`: how Graph prints a subcode in front of its message. */
export const rule: Rule = {
  id: 'bracketed-subcode',
  family: 'place',
  weight: 2.4,
  needs: ['number', 'subcode', 'bracketed'],
  find({ form, code, lineLeft, right }) {
    if (form !== 'seven-digits' || !BEFORE.test(lineLeft)) return null;
    const after = AFTER.exec(right)?.[0];
    return after === undefined ? null : `(${code}${after}`;
  },
};

export const examples: Examples = {
  yes: [
    "Not valid: (‹2388040›) The message header can't have any new lines",
    '(‹2388040›) Message exceeds the limit',
    '❌ (‹2388040›) The language is being deleted',
  ],
  no: [
    'order (2388040) The header',
    'Invoice: (2388040)',
    '(2388040) rows of it',
    '(131047) The window closed',
  ],
};
