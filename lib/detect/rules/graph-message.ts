import type { Examples, Rule } from '../rule.ts';

/** What Graph says behind a number that has no title of its own, in words of its own. */
const SAID =
  /^[)）]["'`*]{0,2}\s{1,2}["'`*]{0,2}(?:(?:Application|App|User|Page|Account|Unsupported|Tried|Requires?|Missing|Invalid|Param|Permissions?|Object|Cannot|Calls|Too many|The parameter)\b[^\n|]{0,60})?(?:does not have permission|have the capability|permissions? error|missing permission|request limit reached|invalid parameter|access token|nonexisting field|unsupported (?:get|post|delete) request|must be an? |is required|does not exist|_[a-z]+ permission)/i;

/** `(#10) Application does not have permission`: one of Graph's standing phrases, where the number is a small one. */
export const rule: Rule = {
  id: 'graph-message',
  family: 'payload',
  weight: 2.6,
  needs: ['number', 'hash', 'right'],
  find({ left, right }) {
    if (!/[(（][#＃]$/.test(left)) return null;
    return SAID.exec(right.slice(0, 110))?.[0].slice(1).trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '(#‹10›) Application does not have permission for this action',
    '(#‹4›) Application request limit reached',
    '(#‹100›) Invalid parameter',
  ],
  no: ['(#10) Add a test for permissions', 'Fix the login (#4) and the token', '(10) Invalid parameter'],
};
