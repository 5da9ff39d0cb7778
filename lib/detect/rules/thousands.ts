import type { Examples, Rule } from '../rule.ts';

/** One group of a longer number set with blanks: `200 000 ₽`, `1 310 470`. */
export const rule: Rule = {
  id: 'thousands',
  family: 'against',
  weight: -5,
  needs: ['number', 'beside'],
  find({ left, right, code, kind }) {
    if (kind !== 'number' || code.length > 3) return null;
    if (
      /(?:^|[^\d#])\d{1,3}[ \u00a0\u202f]$/.test(left) &&
      code.length === 3 &&
      !/^\s*\p{L}/u.test(right.slice(0, 0))
    )
      return left.slice(-4);
    return /^[ \u00a0\u202f]\d{3}(?!\d)/.exec(right)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: ['‹200› 000 ₽', 'от ‹190› 000', '5 ‹190›'],
  no: ['#2 472 User', '131047 190000', 'error 190', '190, 200'],
};
