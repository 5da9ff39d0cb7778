import type { Examples, Rule } from '../rule.ts';

/** `131047: 'Window closed'`: a list that gives numbers their words. Districts and postcodes are listed so, too. */
export const rule: Rule = {
  id: 'map-key',
  family: 'place',
  weight: 2.4,
  needs: ['head', 'right'],
  find({ lineLeft, right, code }) {
    if (code.length < 3 || !/^[\s{]*["'`]?$/.test(lineLeft)) return null;
    return /^["'`]?\s?(?::|=>)\s*["'`]\p{L}/u.exec(right)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ["  ‹131047›: 'Window closed',", '  "‹470›" => "too late",', "‹131026›: 'No WhatsApp'"],
  no: ['131047: 12', 'at 1013: "x"', '  12: "December"'],
};
