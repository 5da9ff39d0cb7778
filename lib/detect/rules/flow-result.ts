import { isRareForm } from '../form.ts';
import { MATTERS } from '../matters.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERRORS, FAILED_ONES } from '../words/error.ts';
import { apart, lastOf } from '../words/letters.ts';
import { cue } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';

/** An arrow, a sign at most, and a word for what comes back. */
const COMES_BACK =
  /(?:→|⇒|[-=]>)\s[^\p{L}\p{N}\n]{0,4}(?:devolve|retorna|responde|dá|volta|returns?|gives?|answers?|fails? with|refuses? with|devuelve|da|liefert|gibt|kommt|renvoie|donne|restituisce|dà|balas|muncul|возвращает|даёт|döner)\s["'`*]{0,2}$/iu;
/** `WABA send -> 131042 (x3)` */
const ENDS_IN =
  /(?:^|[^\p{L}])(?:send|sending|sent|fail|failed|envio|envío|versand|invio|status|result|resultado)\s(?:→|⇒|[-=]>)\s["'`]?$/iu;
/** `een verkeerd type geeft 131053 terug`: a verb in two parts. */
const TWO_PARTS =
  /(?:^|\s)(?:geeft|gaf|stuurt|gibt|gab|kommt|kam|liefert|schickt)\s(?:(?:een|eine?n?|den|die|het|de)\s)?["'`*]{0,2}$/iu;
const SECOND_PART = /^["'`*]{0,2}\s(?:terug|zurück)(?!\p{L})/iu;
/** `Of the 26 that failed, 19 are 131049`, `the rest is 131049`: how many of them have it. */
const SO_MANY =
  /(?:\d|\srest|\sresto|\sreste)\s(?:are|were|is|was|é|es|ist|est|è|são|eram|foram|son|eran|fueron|sind|waren|sont|étaient|sono|erano|adalah)\s(?:all\s|todos\s|tous\s|alle\s|tutti\s)?["'`*]{0,2}$/iu;
/** `131026 não está no WhatsApp → gerar PIN novo`: what it means, and what is to be done. */
const TO_DO = /^["'`*]{0,2}\s(\p{L}[\p{L}\s]{2,40})\s(?:→|⇒|[-=]>)\s\p{L}+\s\p{L}/u;
const REACH = 120;
const FAILURE = cue([...FAILED, ...FAILED_ONES, ...ERRORS, ...ERROR]);

/** `account blocked → ⛔ returns 131031`: what a flow ends in, and how many failures ended in it. */
export const rule: Rule = {
  id: 'flow-result',
  family: 'place',
  weight: 3.2,
  needs: ['number', 'long'],
  find({ code, form, left, lineLeft, lineRight, right }) {
    if (!isRareForm(form) || /^["'`*]{0,2}\s?[x×%]/.test(right)) return null;
    const end = ENDS_IN.exec(lineLeft)?.[0];
    if (end && /^["'`]?\s?(?:$|[\n(;,.])/.test(right)) return end.trim();
    const meant = /^[^\p{L}\p{N}]*$/u.test(lineLeft) ? TO_DO.exec(lineRight)?.[1] : undefined;
    if (meant && (FAILURE.in(meant) || MATTERS.get(code)?.in(apart(meant)))) return '→';
    const back = COMES_BACK.exec(lineLeft)?.[0];
    if (back) return back.trim();
    if (SECOND_PART.test(right) && TWO_PARTS.test(lineLeft))
      return TWO_PARTS.exec(lineLeft)?.[0].trim() ?? null;
    return SO_MANY.test(lineLeft) && /^[^\p{L}\d]{0,6}(?:$|[(,.;·|])/u.test(lineRight)
      ? (FAILURE.in(lastOf(left, REACH))?.word ?? null)
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '- Conta bloqueada → ⛔ devolve ‹131031› a tudo',
    '‹131026› sem WhatsApp → tirar da lista e tentar',
    'fail: WABA send -> ‹131047› (x3)',
    'closed window -> returns ‹131047›',
    'een verkeerd type geeft ‹131053› terug',
    'Dos 26 com falha, **19 são ‹131049›** (base comprada)',
    'Of 40 that failed, 12 were ‹131026›.',
  ],
  no: [
    'in May → 131047 messages',
    'Of 40 that came, 12 were 131026.',
    '→ 131047',
    '131026 new customers → plan the sale',
    'failed: 12 are 131047 people',
  ],
};
