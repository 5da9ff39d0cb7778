import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { FAULT } from '../words/fault.ts';
import { firstOf } from '../words/letters.ts';
import { cue } from '../words/pattern.ts';
import { REASON } from '../words/reason.ts';

const LABEL = cue(REASON, { before: /^[\s•·*>-]{0,6}$/, after: /^\s?[:：]\s?["'`*]{0,2}$/ });
const REACH = 60;
const BREAK = /[|\n\t;。]|[.!?]\s/u;

/** `Reason: 1003 not enough money in the wallet`, on the console whose number it is: nothing is counted under such a label. */
export const rule: Rule = {
  id: 'reason-told',
  family: 'wording',
  weight: 1.6,
  needs: ['number', 'console', 'led', 'right'],
  find({ form, lineLeft, lineRight, meanings, reading }) {
    if (form !== 'four-digits') return null;
    const own = reading.console?.provider ?? reading.context.provider;
    const label = own !== 'meta' && areOf(meanings, own) ? LABEL.in(lineLeft) : null;
    if (!label || !/^["'`*]{0,2}[\s:–—-]{1,4}\p{L}/u.test(lineRight)) return null;
    return FAULT.in(firstOf(lineRight, REACH).split(BREAK, 1)[0] ?? '') ? label.word : null;
  },
};

export const examples: Examples = {
  host: 'www.gupshup.io',
  yes: [
    'Reason: ‹1003› not enough money in the wallet',
    'Motivo: ‹1003› saldo insuficiente',
    'สาเหตุ: ‹1003› ยอดเงินไม่พอ',
  ],
  no: ['Reason: 1003 people', 'the reason: 1003 not enough', 'Sent: 1003 failed', 'Reason: 1003'],
};
