import type { Examples, Rule } from '../rule.ts';

/** `"error":{"id":0,"name":"NO_ERROR"}`: the field is there, and nothing went wrong. */
export const rule: Rule = {
  id: 'no-error',
  family: 'against',
  weight: -12,
  needs: ['beside'],
  find({ code, right, left }) {
    if (code === 'NO_ERROR') return code;
    if (code !== '0') return null;
    return /NO_ERROR/.exec(right.slice(0, 40))?.[0] ?? /NO_ERROR/.exec(left.slice(-40))?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '"error":{"groupId":0,"id":‹0›,"name":"NO_ERROR"}',
    '{"name":"‹NO_ERROR›"}',
    '{"name":"NO_ERROR","id":‹0›}',
  ],
  no: ['(#0) AuthException', '{"id":7,"name":"PENDING_ENROUTE"}', '"name":"EC_INVALID_TEMPLATE"'],
};
