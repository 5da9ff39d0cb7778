import { isRareForm } from '../form.ts';
import { MATTERS } from '../matters.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR } from '../words/error.ts';
import { cue } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';
import { TRADE } from '../words/topic.ts';

const GLOSS = /^["'`*]{0,3}\s{1,2}\(([^()\d\s]{1,30}\s[^()\n]{2,70})\)?/;
/** `131049 = limit of the recipient`, `131050 → opted out` */
const DEFINED = /^["'`*]{0,3}\s{1,2}(?:=|→|->|=>|⇒|≙)\s{1,2}["'“`]{0,2}(\p{L}[^=()\n;]{2,70})/u;
/** One word is enough where hardly anything else is told so. */
const PLAIN =
  /^["'`*]{0,3}\s{1,2}\((undeliverable|unsubscribed|rate[\s-]?limit(?:ed|s)?|throttl(?:ed|ing)|spam|re-?engagement|opt(?:ed)?[\s-]?out)\)/i;
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
  'limite',
  'límite',
  'teto',
  'tope',
  'undeliverable',
  'unsubscribed',
  'opted out',
  'throughput',
  'mismatch',
  'unavailable',
  'indisponível',
  'no disponible',
  'indisponible',
  'nicht verfügbar',
  'non disponibile',
  'temporary',
  'overloaded',
  'expired',
  'payment',
  'WhatsApp',
  'too many messages',
  'mensagens demais',
  'demasiados mensajes',
  'trop de messages',
  'zu viele Nachrichten',
  'troppi messaggi',
]);

/** `131049 (the marketing cap of the recipient)`: what it means stands behind it in brackets. */
export const rule: Rule = {
  id: 'glossed',
  family: 'place',
  weight: 2.8,
  needs: ['number', 'long', 'right'],
  find({ code, right, form }) {
    if (!isRareForm(form)) return null;
    const plain = PLAIN.exec(right)?.[1];
    if (plain) return plain;
    const gloss = (GLOSS.exec(right) ?? DEFINED.exec(right))?.[1];
    return gloss === undefined ? null : ((TELLS.in(gloss) ?? MATTERS.get(code)?.in(gloss))?.word ?? null);
  },
};

export const examples: Examples = {
  yes: [
    '‹131049› (the marketing cap of the recipient) passes by itself',
    'we keep seeing ‹131048› ("spam limit")',
    '‹131047› (janela fechada)',
    'Rule ‹131026› (undeliverable)',
    '‹131049› = limite de marketing; 131026 = x',
    '‹130472› → unsubscribed',
    '‹131047› = окно закрыто',
  ],
  no: [
    '132001 (Karnal)',
    '131047 (12 failed)',
    '131026 units (limit)',
    '131047 (see below)',
    '131047 (limit)',
    '131047 == limit',
    '131047 → 12 blocked',
  ],
};
