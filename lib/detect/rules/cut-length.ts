import type { Examples, Rule } from '../rule.ts';

/** Calls whose last argument is a length, a count or a time. */
const CALL =
  /\b(?:\w{0,12}(?:substr|substring|slice|truncate|strimwidth|limit|wordwrap|pad(?:Start|End|Left|Right)|repeat|sleep|setTimeout|setInterval|LEFT|RIGHT))\(([^()\n]|\([^()\n]{0,40}\)){1,80}[^\w.]$/;

/** `mb_substr($error['title'], 0, 100)`: how much of a text is kept, how long to wait. */
export const rule: Rule = {
  id: 'cut-length',
  family: 'against',
  weight: -4,
  needs: ['number', 'argument'],
  find({ lineLeft, lineRight, code }) {
    if (code.length > 4 || !/^\s?\)/.test(lineRight) || !/,\s?$/.test(lineLeft)) return null;
    return CALL.test(lineLeft) ? 'length' : null;
  },
};

export const examples: Examples = {
  yes: [
    "mb_substr($err['title'], 0, ‹100›)",
    'LEFT(whatsapp_error, ‹190›)',
    'error.message.slice(0, ‹200›)',
    'Str::limit($error->getMessage(), ‹190›)',
  ],
  no: ['isRetryable(error, 190)', 'assertEquals(code, 100)', 'has([131047, 190], 100)'],
};
