import type { Examples, Rule } from '../rule.ts';

const OWNER = 'route-mobile';
/** Whom it was for. */
const RECIPIENT = /^\|\+?\d{8,15}(?![\d:])/;

/** `1025|919812345678`: Route Mobile answers in plain lines, a number and a recipient. A third part is the id of what was taken. */
export const rule: Rule = {
  id: 'answer-line',
  family: 'payload',
  weight: 6.2,
  needs: ['number', 'head', 'right'],
  find({ lineLeft, lineRight, meanings, reading, start }) {
    if (!/^[\s"'`]*$/.test(lineLeft) || !RECIPIENT.test(lineRight)) return null;
    if (!meanings.some(({ provider, success }) => provider === OWNER && !success)) return null;
    return reading.console?.provider === OWNER || reading.isNamed(OWNER, start) ? OWNER : null;
  },
};

export const examples: Examples = {
  yes: [
    'Route Mobile answered:\n‹1025›|919812345678',
    '# rmlconnect\n‹1025›|919812345678',
    '`‹1025›|+919812345678` is what Route Mobile says',
  ],
  no: [
    '1005|919812345678',
    'Route Mobile: 12 of 1025|919812345678',
    'rmlconnect\n1025|12',
    'rmlconnect\n1025|919812345678:bc5f',
  ],
};
