import type { Examples, Rule } from '../rule.ts';

const SIBLING =
  /error_?subcode|fbtrace_?id|OAuthException|error_data|GraphMethodException|messaging_product/i;

/** An object ends and another begins. */
const NEXT_OBJECT = /\}\s{0,8},?\s{0,8}\{/;

/** The code of an object that has Graph's own fields beside it. */
export const rule: Rule = {
  id: 'graph-payload',
  family: 'payload',
  weight: 2,
  needs: ['named'],
  find({ structural, key, left, right }) {
    if (!structural || !key || !/code$/i.test(key)) return null;
    const before = left.split(NEXT_OBJECT).at(-1) ?? '';
    return SIBLING.exec(right.split(NEXT_OBJECT, 1)[0] ?? '')?.[0] ?? SIBLING.exec(before)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '"type":"OAuthException","code":‹4›',
    '"code": ‹190›, "fbtrace_id": "A1"',
    'code: ‹10›, error_subcode: 2018278',
  ],
  no: [
    '"code": 4',
    '"limit": 4, "fbtrace_id": "A1"',
    'OAuthException 190',
    '{"fbtrace_id":"A1"}\n{"code": 200}',
  ],
};
