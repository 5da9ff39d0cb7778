import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** A group that says by its name whose it is, or one that many have. Those of success are no errors. */
const GROUP = /(?:^|[^A-Z_])((?:HANDSET|USER|OPERATOR)_ERRORS|REJECTED|UNDELIVERABLE|EXPIRED)\s?\($/;

/** `USER_ERRORS (7010): No session`: Infobip's group, number and text, as clients of its API log them. */
export const rule: Rule = {
  id: 'grouped',
  family: 'place',
  weight: 8.4,
  needs: ['number', 'marked', 'right'],
  find({ left, right, meanings, reading, start }) {
    if (!areOf(meanings, 'infobip') || !/^\):\s?["'`]?\p{L}/u.test(right)) return null;
    const group = GROUP.exec(left)?.[1];
    if (!group) return null;
    const owned = group.endsWith('_ERRORS') || reading.console?.provider === 'infobip';
    return owned || reading.isNamed('infobip', start) ? group : null;
  },
};

export const examples: Examples = {
  yes: [
    'USER_ERRORS (‹7009›): the template differs',
    'Infobip says REJECTED (‹12›): Not enough credits',
    'Infobip: UNDELIVERABLE (‹12›): gone',
  ],
  no: [
    'REJECTED (12): not enough',
    'USER_ERRORS (7009)',
    'ALL_USER_ERRORS (7009): x',
    'Infobip: 7 REJECTED (12)',
  ],
};
