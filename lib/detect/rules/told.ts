import { gistIn } from '../gists.ts';
import type { Examples, Rule } from '../rule.ts';
import { toldIn } from '../told-in.ts';
import { firstOf, lastOf } from '../words/letters.ts';

const OPENS = /^["'`*]{0,2}\s?[(（]/;
const ASIDE = /[(（]["'`*]{0,2}#?$/;
const CLOSES = /^["'`*]{0,2}[)）]/;
/** The end of a sentence, a cell, a list's point. */
const BREAK = /[.;!?。|\n]|\)\s/;

/** `190 (the token is no good)`, `Dead token (190) or a wrong field (100)`: what a small code means stands right beside it. */
export const rule: Rule = {
  id: 'told',
  family: 'wording',
  weight: 3.4,
  needs: ['number', 'bracketed', 'tellable'],
  find({ code, left, right }) {
    const opening = OPENS.exec(right)?.[0];
    const place = opening
      ? firstOf(right.slice(opening.length).split(/[)）]/, 1)[0] ?? '', 70)
      : ASIDE.test(left) && CLOSES.test(right)
        ? lastOf(left.replace(ASIDE, ''), 48).split(BREAK).at(-1)
        : undefined;
    // `fix: token refresh (#190)`: the number of a change.
    if (!left.endsWith('#') || opening) return place ? toldIn(code, place) : null;
    return place && /^[)）](?:[\s,.;:]{1,2}|\s[–—-]\s)\p{L}/u.test(right) ? gistIn(code, place) : null;
  },
};

export const examples: Examples = {
  yes: [
    '‹190› (the token is no good)',
    'Dead token (‹190›) or a wrong field (100)',
    'Dead token (190) or a wrong field (‹100›)',
    '`code: ‹190›` (token mati)',
    'código ‹100› (parâmetro inválido)',
    'トークン失効（‹190›）',
    'a Meta recusa o token (#‹190›) e nenhuma mensagem sai',
    'Conta restrita pela Meta (#‹368›) — envios parados',
  ],
  no: [
    'tokens (190)',
    'fix: token refresh (#190)',
    'Template parameters (100)',
    'the token is no good: 190',
    '190 (people)',
    'a token. Seats (190)',
    '100 (parameters)',
  ],
};
