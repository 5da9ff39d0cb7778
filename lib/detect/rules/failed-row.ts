import { isRareForm } from '../form.ts';
import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { cue } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';

/** The cell before says that it failed, and nothing else. */
const STATE = cue([...FAILED, ...REJECTED], {
  before: /(?:^|[\t|;,])\s{0,3}["'`]?$/,
  after: /^["'`]?\s{0,3}[\t|;,]\s{0,3}["'`*#]{0,3}$/,
});
/** The same in a row without cells, right behind a telephone number or the id of a message. */
const IN_LINE = cue([...FAILED, ...REJECTED], {
  before: /^[^\p{L}]{0,4}(?:\+\d[\d\s().xX*•-]{6,20}|[SM]M[\da-f]{32}|wamid\.\S{8,90})\s$/u,
  after: /^\s(?:[·•]\s)?["'`*#]{0,3}$/,
});
/** One message: whose number it went to, in whole or masked, or its id. */
const ONE = /\+\d|\d{7}|\d{2}[xX*•]{2}|[xX*•]{3}\d|wamid|\b[SM]M[\da-f]{6}/;
/** The cell ends there, or goes on in words. */
const CELL = /^["'`*]{0,3}\s{0,3}(?:$|[\t|;,\n]|[-–—:]\s?\p{L}|\s?\p{Lu}\p{L}+\s\p{L})/u;

/** `+55 11 9…  failed  131047`: the row of a message that failed, as reports list them, and the number in the next cell. */
export const rule: Rule = {
  id: 'failed-row',
  family: 'place',
  weight: 4.4,
  needs: ['number', 'long', 'left'],
  find(scene) {
    const { form, meanings, reading } = scene;
    return isRareForm(form) || areOf(meanings, reading.console?.provider) ? stateBefore(scene) : null;
  },
};

export function stateBefore({ lineLeft, lineRight }: Scene): string | null {
  if (!CELL.test(lineRight)) return null;
  const state = STATE.in(lineLeft);
  if (!state) return IN_LINE.in(lineLeft)?.word ?? null;
  return ONE.test(lineLeft.slice(0, state.start)) ? state.word : null;
}

export const examples: Examples = {
  host: 'console.twilio.com',
  yes: [
    '2026-10-13 10:09\tOutgoing API\twhatsapp:+44770090470\tFailed\t‹63016›',
    '| 10:27 | 8615001310**** | shuangshiyi_1111 | 失败 | ‹131049› |',
    '919800000470,failed,‹131047›,2026-02-03 13:11',
    '+55 11 99999-0000 Failed ‹131047›',
    'SM9f8e7d6c5b4a39281706f5e4d3c2b1a0 undelivered ‹63016›',
    '12 Mar\t+91 98100 xxxxx\tundelivered\t‹21610› - Unsubscribed',
  ],
  no: [
    'Delivered\t2000\tFailed\t131026',
    '+55 11 99999 | failed 131047 times',
    '+55 11 99999 | failed | 30 |',
    '919800000470,sent,131047',
    '+55 11 99999-0000 Failed 131047 times',
  ],
};
