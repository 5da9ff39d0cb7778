import type { Examples, Rule } from '../rule.ts';

const CUE =
  /(?:^|[^\p{L}])(?:(?:error[ _-]?)?sub[ _-]?code|sub-?c[oó]digo|sous-code|unter-?code|sottocodice|подкод|alt kod|رمز فرعي|الكود الفرعي|子(?:错误|錯誤|代)?[码碼])["'`]?\s?(?:(?:is|equals|es|é|ist|est|è|يساوي|为|為|是)\s)?["'`(#]{0,2}$/iu;

/** `subcode 33`: the word alone leads up to it, and Graph has a subcode of that number. */
export const rule: Rule = {
  id: 'subcode-cue',
  family: 'place',
  weight: 7.6,
  needs: ['number', 'led', 'left'],
  find({ code, left, meanings }) {
    if (code.length > 3 || !meanings.some(({ key }) => key.endsWith(`.${code}`))) return null;
    return CUE.exec(left)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'then it is subcode ‹463›, and the token is over',
    '190 with error subcode `‹463›`',
    'Unter 190: sub-code (‹463›) heißt abgelaufen',
    '子码 ‹463› 表示已过期',
    'مع `error_subcode` يساوي ‹463›',
  ],
  no: ['subcode 7', 'the subcode of 463', 'code 33', 'zip subcode: 463'],
};
