import type { Examples, Rule } from '../rule.ts';

const AFTER =
  /^[\s"'`*)]{0,3}(?:[,/;(]\s?|\s?(?:with|and|con|y|com|e|mit|und|avec|et|dengan|и|с)\s)?\(?(?:error[_\s])?sub-?_?c(?:ode|ódigo|odigo)/iu;

/** `190 with subcode 463`, `(#100, subcode 33)`: only a code of Graph has a subcode. */
export const rule: Rule = {
  id: 'with-subcode',
  family: 'payload',
  weight: 3.4,
  find({ kind, right, structural }) {
    return kind === 'number' && !structural ? (AFTER.exec(right)?.[0].trim() ?? null) : null;
  },
};

export const examples: Examples = {
  yes: ['Code ‹190› with subcode 463', '(#‹100›, subcode 33)', 'código ‹190› con subcódigo 463'],
  no: ['100 subscribers', '190 codes', '"code": 190, "error_subcode": null'],
};
