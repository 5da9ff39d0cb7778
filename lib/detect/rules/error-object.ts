import type { Examples, Rule } from '../rule.ts';

/** `"errors":[{"code":…` and `"error":{"code":…`: the object says that its code is one of an error. */
export const rule: Rule = {
  id: 'error-object',
  family: 'payload',
  weight: 1.8,
  needs: ['named'],
  find({ owner, key, kind }) {
    if (!owner || !key || !/code$|^name$|^id$|^title$|^type$/i.test(key)) return null;
    if (/^id$|^title$/i.test(key) && kind !== 'symbol') return null;
    return /err(?:or)?s?$|^failure$|apierror$/i.test(owner) ? owner : null;
  },
};

export const examples: Examples = {
  yes: [
    '{"errors":[{"code":‹1006›}]}',
    '{ error: { message: "Bad", code: ‹190› } }',
    '{"whatsappApiError":{"code":"‹131056›"}}',
  ],
  no: ['{"coupon":{"code":"131047"}}', '{"error":{"id":1006}}', 'code: 131047'],
};
