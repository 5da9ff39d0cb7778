import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { goesOn } from './met.ts';

/** What went wrong and a word for the cause, or a colon: `refusé : 131037 (nom pas encore approuvé)`, with no figure behind the number. */
const REFUSED =
  /(?:^|[^\p{L}])(?:recusa[sd]?|recusad[oa]s?|rejei(?:ção|ções)|rejeitad[oa]s?|falhas?|falhou|falharam|rechazos?|rechazad[oa]s?|fallos?|fall[oó]|fallaron|refus|refusée?s?|rejets?|rejetée?s?|échecs?|ablehnung(?:en)?|abgelehnt|fehlschläge|rejections?|rejected|refused|failures?|bounces?|bounced|drops?|dropped|declined|ditolak|penolakan|gagal|rifiut[oi]|rifiutat[oaie]|отказ\p{L}{0,3}|отклонен\p{L}{0,3})(?:\s(?:por|with|by|for|due to|because of|on|wegen|par|pour|per|da|karena|oleh|из-за|по)\s(?:(?:an?|the|o|um|el|un|le|der|den|einem?|il)\s)?|\s?[:：]\s)["'`*]{0,2}$/iu;
const GLOSS = /^["'`*]{0,2}\s\(\p{L}+\s[^()\d\n]{3,80}\)/u;
/** What goes on so names no things that were counted. */
const WITHIN =
  /^["'`*]{0,2}\s(?:dentro|within|in|inside|per|na|no|nas|nos|em|en|im|dans|sur|nella|nel|von|of the|bei|by the|into)(?!\p{L})/iu;

/** `Conta as recusas por 131049 dentro da janela`: why it did not get through. */
export const rule: Rule = {
  id: 'refused-by',
  family: 'place',
  weight: 3.2,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form)) return null;
    const refused = REFUSED.exec(lineLeft)?.[0].trim();
    if (!refused) return null;
    const isTold = /[:：]["'`*]*$/.test(refused) ? GLOSS.test(right) : goesOn(right) || WITHIN.test(right);
    return isTold ? refused : null;
  },
};

export const examples: Examples = {
  yes: [
    'Conta as recusas por ‹131049› dentro da janela móvel',
    'Ablehnungen wegen ‹131026› im Mai',
    'rejections due to ‹131048›, mostly at night',
    'les échecs par ‹131047›, surtout le lundi',
    '… refusé : ‹131026› (numéro jamais vu)',
  ],
  no: [
    'rejected by 131047 people',
    'failures for 131047 contacts',
    'sent by 131047.',
    'refused: 131047 (12 today)',
    '131047 rejections',
  ],
};
