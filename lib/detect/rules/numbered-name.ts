import type { Examples, Rule } from '../rule.ts';
import { closer } from '../words/letters.ts';

/** A word and the number that its provider gives it: `EC_INVALID_TEMPLATE (7009)`. */
export const rule: Rule = {
  id: 'numbered-name',
  family: 'wording',
  weight: 5,
  needs: ['spelled'],
  find({ left, right, meanings, kind }) {
    if (kind !== 'symbol') return null;
    const beside = `${closer(left).slice(-16)} | ${closer(right).slice(0, 16)}`;
    for (const { code } of meanings) {
      if (/^\d{1,6}$/.test(code) && new RegExp(`(?<!\\d)${code}(?!\\d)`).test(beside)) return code;
    }
    return null;
  },
};

export const examples: Examples = {
  yes: [
    '‹EC_INVALID_TEMPLATE›\n(7009)',
    '7009: ‹EC_INVALID_TEMPLATE›',
    "id: 12, name: '‹REJECTED_NOT_ENOUGH_CREDITS›'",
  ],
  no: ['4 error 131047 4', 'EC_INVALID_TEMPLATE', 'EC_INVALID_TEMPLATE (17009)', 'INVALID_FORMAT (12)'],
};
