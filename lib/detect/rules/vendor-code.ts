import type { Examples, Rule } from '../rule.ts';

/** Meta's name, a word for having it or none, and `code`. */
const CODE_OF_META =
  /(?:^|[^\p{L}\p{N}_])(Meta|Graph(?:\sAPI)?|Cloud API|OAuthException)(?:['’]s)?(?:\s(?:has|gives|returns|sends|answers|responds|uses|throws|error|errors|its|with|by|a|the|devolve|devuelve|retorna|renvoie|liefert|meldet)){0,3}[\s,:(]{1,3}(?:code|código|codigo|codice|kod|kode)\s(?:=\s)?["'`]?$/iu;
/** Nothing that could be counted follows. */
const ENDS = /^["'`*]{0,2}(?:[.,;:!?)\]\n/]|$|\s[–—(=→-]|\s\p{Ll}{1,5}\s)/u;

/** `for us Meta has code 10.`, `OAuthException code 4`: the name of Meta with the word for codes. */
export const rule: Rule = {
  id: 'vendor-code',
  family: 'place',
  weight: 4.6,
  needs: ['number', 'led'],
  find({ left, right, structural, meanings }) {
    if (structural || !ENDS.test(right)) return null;
    if (!meanings.some(({ provider, api }) => provider === 'meta' && api !== 'onprem')) return null;
    return CODE_OF_META.exec(left)?.[1] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'only partners may read it; for us Meta has code ‹10›.',
    'Graph API returns code ‹4›, then we wait',
    'OAuthException code ‹190›',
    'the Meta error code ‹100› (parameter)',
  ],
  no: ['Meta sent the code 10 minutes ago', 'a metal code 10.', 'Meta has code 10 people wrote'],
};
