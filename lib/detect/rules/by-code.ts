import type { Examples, Rule } from '../rule.ts';

/** A name for counts of failures, and the object that it opens. */
const NAME =
  /(?:fail\w{0,8}|err(?:or)?s?|reject\w{0,4}|reasons?)_?(?:by|per)_?\w{0,16}["'`]?\s?[:=]>?\s?\{\s{0,12}["'`]?$/i;
const COUNT = /^["'`]?\s?(?::|=>)\s?\d/;

/** `"failuresByCode": {"131049": 812`: how often which one came. */
export const rule: Rule = {
  id: 'by-code',
  family: 'place',
  weight: 4.8,
  needs: ['number', 'long', 'left', 'right'],
  find({ left, right }) {
    return COUNT.test(right) ? (NAME.exec(left)?.[0].trim() ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    '"failuresByCode": {"‹131049›": 812',
    'errors_by_code = {‹131026›: 90',
    '"errorsPerCode": {\n    "‹131047›": 4,',
  ],
  no: ['"salesByCode": {"131049": 812', '"failuresByCode": {"131049": "x"', 'failed by 131049: 8'],
};
