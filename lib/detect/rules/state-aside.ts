import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue } from '../words/pattern.ts';
import { FAILED, REJECTED, RESTRICTED } from '../words/reason.ts';

/** A state in which nothing goes out, and a bracket opens. */
const STATE = cue([...FAILED, ...REJECTED, ...RESTRICTED], {
  after: /^[^\s\d(（,.:;]{0,3}["'`*]{0,2}\s{0,2}[(（]$/,
});
/** More is told in the same brackets: a number alone may count. */
const TELLS = /^\s?[:：–—-]?\s?\p{L}[\p{L}\p{M}][^()（）\n]{2,100}[)）]/u;

/** `制限中（131031 アカウントがロックされています）`, `Failed (131026 message undeliverable)`. */
export const rule: Rule = {
  id: 'state-aside',
  family: 'place',
  weight: 1.6,
  needs: ['number', 'long', 'left', 'right', 'marked'],
  find({ form, lineLeft, lineRight }) {
    if (!isRareForm(form) || !TELLS.test(lineRight)) return null;
    return STATE.in(lineLeft)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'ステータス：制限中（‹131031› アカウントがロックされています）',
    'Failed (‹131026› message undeliverable)',
    'Situação: restrita (‹131031› conta bloqueada)',
    'Статус: ограничен (‹131031›: аккаунт заблокирован)',
  ],
  no: ['Failed (131026)', 'Delivered (131047 by noon)', 'Kundli (131028 Sonipat)', 'Failed: 131026 not sent'],
};
