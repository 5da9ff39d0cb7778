import type { Examples, Rule } from '../rule.ts';

/** The field of an error, and the first of the codes that it is compared with; the others stand in a list with it. */
const AMONG =
  /(?:err\w{0,12}(?:\.|\[|\.get\(|\?\.|->|\[:)["'`]?code["'`]?[\])]{0,2}|(?:^|[^\w])err(?:or)?_?code)\s(?:not\s)?in\s[([{]\s?$/i;

/** `error.get("code") in (4, 80008)` */
export const rule: Rule = {
  id: 'code-among',
  family: 'place',
  weight: 4.8,
  needs: ['number', 'left', 'marked'],
  find({ lineLeft, right }) {
    return /^\s?[,)\]}]/.test(right) && AMONG.test(lineLeft) ? 'in' : null;
  },
};

export const examples: Examples = {
  yes: [
    'elif error.get("code") in (‹4›, 80007):',
    "if err['code'] not in [‹190›, 102]:",
    'if error_code in [‹131048›, 131005]:',
  ],
  no: ['country_code in (1, 44)', 'if code in (4, 17):', 'errors in (4, 17)'],
};
