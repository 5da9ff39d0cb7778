import type { Examples, Rule } from '../rule.ts';
import { ERROR } from '../words/error.ts';
import { cue } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';
import { TRADE } from '../words/topic.ts';

const GLOSS = /^["'`*]{0,3}\s{1,2}\(([^()\d\s]{1,30}\s[^()\n]{2,70})\)?/;
const TELLS = cue([
  ...TRADE,
  ...ERROR,
  ...FAILED,
  'window',
  'limit',
  'cap',
  'janela',
  'ventana',
  'fenêtre',
  'finestra',
  'not on WhatsApp',
  'spam',
  'blocked',
  'policy',
  'política',
  'token',
]);

/** `131049 (the marketing cap of the recipient)`: what it means stands behind it in brackets. */
export const rule: Rule = {
  id: 'glossed',
  family: 'place',
  weight: 2.6,
  needs: ['number', 'long', 'right'],
  find({ right, form }) {
    if (form !== 'six-digits' && form !== 'five-rare') return null;
    const gloss = GLOSS.exec(right)?.[1];
    return gloss === undefined ? null : (TELLS.in(gloss)?.word ?? null);
  },
};

export const examples: Examples = {
  yes: [
    '‹131049› (the marketing cap of the recipient) passes by itself',
    'we keep seeing ‹131048› ("spam limit")',
    '‹131047› (janela fechada)',
  ],
  no: [
    '132001 (Karnal)',
    '131047 (12 failed)',
    '131026 units (limit)',
    '131047 (see below)',
    '131047 (limit)',
  ],
};
