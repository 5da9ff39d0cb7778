import type { Examples, Rule } from '../rule.ts';

/** `#131026` without brackets: also an order, an invoice, a colour, so it counts little. */
export const rule: Rule = {
  id: 'hash',
  family: 'place',
  weight: 2,
  find({ left, code }) {
    if (/(?<!error )(?:message|msg|bug|lead|deal|chat|thread|post|item|user)\s#$/i.test(left)) return null;
    return code.length >= 3 && /(?:^|[\s("'`*_/:>—–-])[#＃]$/.test(left) ? `#${code}` : null;
  },
};

export const examples: Examples = {
  yes: ['Meta answers #‹131047› here', '⚠ #‹131049›: Meta chose not to deliver', 'what #‹131026› means'],
  no: ['131047 it was', 'no. 131026', '&#131047;', 'Message #131026'],
};
