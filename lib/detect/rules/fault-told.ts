import { isLongForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { FAULT } from '../words/fault.ts';
import { firstOf } from '../words/letters.ts';
import { OURS } from '../words/ours.ts';
import { THEN } from './matter.ts';

const REACH = 90;
const BREAK = /[|\n\t;。]|[.!?]\s/u;

/** `| 131026 | Message undeliverable |`: a line begins with the number, and goes on with what is wrong with a message. */
export const rule: Rule = {
  id: 'fault-told',
  family: 'wording',
  weight: 1.8,
  needs: ['number', 'long', 'head', 'right'],
  find({ form, lineLeft, lineRight }) {
    if (!isLongForm(form) || !/^[\s>*•|"'`([/#-]*(?:\d\.\s{1,3})?["'`*]{0,3}$/.test(lineLeft)) return null;
    const then = THEN.exec(lineRight)?.[0];
    if (then === undefined) return null;
    const told = firstOf(lineRight.slice(then.length), REACH).split(BREAK, 1)[0] ?? '';
    const thing = OURS.in(told);
    return thing && FAULT.in(told) ? thing.word : null;
  },
};

export const examples: Examples = {
  yes: [
    '| ‹131026› | Message undeliverable |',
    '‹131026› - O destinatário não tem como receber a mensagem',
    '| ‹131047› | Teléfono no admitido | x |',
    '‹132000›: template not found',
  ],
  no: [
    '| 131026 | Messages |',
    'see 131026 - message not found',
    '131026 failed messages',
    '131047: Login broken',
  ],
};
