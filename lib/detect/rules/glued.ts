import type { Examples, Rule } from '../rule.ts';

/** `131053Media Download Failed`: a table whose columns lost their separator in a copy. */
export const rule: Rule = {
  id: 'glued',
  family: 'place',
  weight: 3,
  needs: ['head', 'right'],
  find({ lineLeft, right, code }) {
    return code.length >= 4 && /^[\s|]*$/.test(lineLeft) && /^[A-Z][a-z]/.test(right)
      ? right.slice(0, 20)
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '‹131053›Media Download FailedThe media link',
    '‹131009›Message Type Not Allowed',
    '‹131000›Message Send Failed',
  ],
  no: ['131053 Media', '190Access token', 'the 131053rd time'],
};
