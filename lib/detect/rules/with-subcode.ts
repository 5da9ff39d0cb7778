import type { Examples, Rule } from '../rule.ts';

const AFTER =
  /^[\s"'`*)]{0,3}(?:[,/;(]\s?|\s?(?:with|and|con|y|com|e|mit|und|avec|et|dengan|и|с)\s)?[("'`]?(?:(?:error[_\s])?s[uú]b-?_?(?:c(?:ode|ódigo|odigo)|kode?)|подкод|субкод|sous-code|sottocodic|alt\skod|untercode|उपकोड|সাবকোড|و?(?:ال)?رمز\s(?:ال)?فرعي)/iu;

const BEFORE = /sub-?_?c(?:ode|ódigo|odigo)s?[\s:=#(*`_]{1,4}$/i;

/** `190 with subcode 463`, `(#100, subcode 33)`: only a code of Graph has a subcode. */
export const rule: Rule = {
  id: 'with-subcode',
  family: 'payload',
  weight: 3.4,
  needs: ['number', 'subcode'],
  find({ kind, code, left, right, structural }) {
    if (kind !== 'number' || structural) return null;
    return (
      AFTER.exec(right)?.[0].trim() ?? (code.length === 7 ? (BEFORE.exec(left)?.[0].trim() ?? null) : null)
    );
  },
};

export const examples: Examples = {
  yes: [
    'edit clash subcode ‹2388040›',
    'http_400 subcode_‹2388040›',
    'Code ‹190› with subcode 463',
    '(#‹100›, subcode 33)',
    'código ‹190› con subcódigo 463',
    'метод вернул ‹100› с подкодом 2388040',
    'kode ‹190› dengan subkode 463',
    'codice ‹190› (subcode 463)',
    'it says `code ‹190›` / `subcode 463`',
  ],
  no: ['100 subscribers', '190 codes', '"code": 190, "error_subcode": null'],
};
