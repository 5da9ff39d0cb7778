import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { closer } from '../words/letters.ts';
import { isTold } from './leads-symbol.ts';

/** `60: 'REJECTED_… - what it means`, `| 60 | REJECTED_… |`: see leads-symbol.ts. */
const LED = /(?:^|\n)[ |]{0,4}["'`]?\d{2,5}["'`]?(?:\s?(?::|=>?|\|)\s?|\t)["'`]?$/;

/** A word and the number that its provider gives it, `EC_INVALID_TEMPLATE (7009)`; on the provider's console any that leads the line. */
export const rule: Rule = {
  id: 'numbered-name',
  family: 'wording',
  weight: 5,
  needs: ['spelled'],
  find({ left, right, meanings, kind, code: symbol, reading }) {
    if (kind !== 'symbol') return null;
    const beside = `${closer(left).slice(-16)} | ${closer(right).slice(0, 16)}`;
    for (const { code } of meanings) {
      if (/^\d{1,6}$/.test(code) && new RegExp(`(?<!\\d)${code}(?!\\d)`).test(beside)) return code;
    }
    if (!symbol.includes('_') || !LED.test(left) || !isTold(right)) return null;
    return areOf(meanings, reading.console?.provider) ? symbol : null;
  },
};

export const examples: Examples = {
  host: 'portal.infobip.com',
  yes: [
    '‹EC_INVALID_TEMPLATE›\n(7009)',
    '7009: ‹EC_INVALID_TEMPLATE›',
    "id: 12, name: '‹REJECTED_NOT_ENOUGH_CREDITS›'",
    "  60: '‹REJECTED_NOT_ENOUGH_CREDITS› - nothing left to spend',",
    '| 60 | ‹REJECTED_NOT_ENOUGH_CREDITS› | Nothing left to spend |',
  ],
  no: [
    '4 error 131047 4',
    'EC_INVALID_TEMPLATE',
    'EC_INVALID_TEMPLATE (17009)',
    'INVALID_FORMAT (12)',
    '60\tREJECTED_NOT_ENOUGH_CREDITS',
    '  60 REJECTED_NOT_ENOUGH_CREDITS - nothing',
  ],
};
