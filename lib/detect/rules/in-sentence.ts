import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { sentenceAround } from '../sentence.ts';
import { FUNCTION, UP_TO } from '../words/function.ts';
import { firstOf, lastOf } from '../words/letters.ts';
import { OF_DAILY_LIFE } from '../words/other.ts';
import { cue } from '../words/pattern.ts';

const REACH = 110;
const LONGEST_WORD = 20;
/** A word, a blank, marks of a name at most. */
const BEHIND_WORD = /[\p{Ll}\p{Lo}]\p{M}?\s["'`*«“]{0,2}$/u;
/** `the other mode gives back the final one (131026) and looks on` */
const IN_BRACKETS = /[\p{Ll}\p{Lo}]\p{M}?\s\($/u;
const GOES_ON = cue(FUNCTION, { before: /^["'`*»”]{0,2}\s$/ });
/** The sentence ends, or a clause of it. */
const ENDS = /^["'`*»”]{0,2}(?:$|[.;!?。।…]|[,:—–]\s\p{L}|\s[—–(])/u;
const AMOUNT = cue(UP_TO, { after: /^\s["'`*«“]{0,2}$/ });
const IN_ALL =
  /^\s(?:in all|in total|altogether|au total|en total|no total|em total|insgesamt|in tutto|in totaal)(?=\s?(?:$|[.,;:!?)]))/i;
/** Signs of source, of tables and of data, and other numbers. */
const NO_PROSE = /[{}[\]<>=|\t;$@\\_#]|::|=>|->|https?:|[a-z]\(|\d{4}|\p{Sc}/u;
const WORD = /(?<![\p{L}\p{M}])[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}'’]*(?![\p{L}\p{M}])/gu;
const LEAST_WORDS = 6;
const OF_LIFE = cue(OF_DAILY_LIFE);

/**
 * `el viernes empezó el 131056 con los clientes`: a sentence of words that names the number and counts nothing with it. Not on a console, where people write
 * of their orders and amounts as well.
 */
export const rule: Rule = {
  id: 'in-sentence',
  family: 'place',
  weight: 2.8,
  needs: ['number', 'long', 'left'],
  find(scene) {
    const { form, left, right, code, reading } = scene;
    if (reading.console || !isRareForm(form) || code.endsWith('00') || IN_ALL.test(right)) return null;
    const bracketed = IN_BRACKETS.test(left) && right.startsWith(')');
    if (!bracketed && !BEHIND_WORD.test(left)) return null;
    const behind = bracketed ? right.slice(1) : right;
    const next = GOES_ON.in(firstOf(behind, LONGEST_WORD))?.word ?? ENDS.exec(behind)?.[0];
    if (next === undefined || AMOUNT.in(lastOf(left, LONGEST_WORD))) return null;
    const { before, after } = sentenceAround(scene, REACH);
    if (NO_PROSE.test(before) || NO_PROSE.test(after)) return null;
    if (OF_LIFE.in(before) || OF_LIFE.in(after)) return null;
    return (`${before} ${after}`.match(WORD) ?? []).length >= LEAST_WORDS ? next.trim() || code : null;
  },
};

export const examples: Examples = {
  yes: [
    'el viernes por la tarde empezó el ‹131056› con los clientes que piden varias tallas',
    'the job puts back all that comes with ‹131049› but waits for a second only',
    'the other mode gives back the final one (‹131026›) and looks what the queue does',
    'nous avons vu passer ‹131026› pendant toute la nuit',
  ],
  no: [
    'we sent 131047 messages to all of our customers',
    'came 131047 late',
    'com 131042 a semana acabou muito bem para todos nós da loja',
    'Nous avons terminé la saison avec 131026 de recettes pour toute la troupe',
    'with 131047 the parish became the largest of the whole county at last',
    'x = 131047; the rest of it is not looked at',
    'the list of our customers grew to 131047 in the spring',
    'when I bought the van the odometer stood at 131047, and it went on',
    'all of us together sold 131047 in all',
  ],
};
