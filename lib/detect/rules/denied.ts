import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { firstOf } from '../words/letters.ts';
import { cue, words } from '../words/pattern.ts';

const IS_NOT =
  /^["'`*]{0,3}\s(?:is not|isn['’]t|are not|no es|não é|nao é|nao e|non è|n['’]est pas|ist nicht|ist kein\p{L}{0,2}|is niet|is geen|bukan|değil|не|это не)\s/iu;
/** What a code might be taken for. */
const TAKEN_FOR = cue(
  words(`
    limit*, límite, teto, tope, kuota, quota*, лимит*, batas, block, blocked, ban, banned, bloqueo, bloqueio, bloqueado, blocco, blocage, sperre, gesperrt, blokir, блокировк*, error*, erro, eror,
    fehler, erreur, errore, fout, ошибк*, bug, fault, falha, fallo, failure, outage, spam, retryable, transient, permanent, temporary, temporal, temporário, temporanea, rejection, rechazo, rejeição, opt out, throttl*
  `),
);
const REACH = 60;

/** `131056 is not a block of the number`, `**131056 não é bloqueio**`: what a code does not mean. */
export const rule: Rule = {
  id: 'denied',
  family: 'place',
  weight: 3,
  needs: ['number', 'long', 'right'],
  find({ form, lineRight }) {
    if (!isRareForm(form)) return null;
    const not = IS_NOT.exec(lineRight)?.[0];
    return not ? (TAKEN_FOR.in(firstOf(lineRight.slice(not.length), REACH))?.word ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    'NB: il ‹131056› non è il limite generale del numero',
    'Importante: **‹131056› não é bloqueio**',
    'note that ‹131049› is not a permanent failure',
    'El ‹130429› no es un bloqueo de la cuenta',
  ],
  no: ['131056 is not my order', '131056 is the limit', '131047 não é meu pedido'],
};
