import type { Examples, Rule } from '../rule.ts';
import { closer } from '../words/letters.ts';

/** A description may stand between. */
const REACH = 110;

/** The word and the number of one entry stand together: `EC_INVALID_TEMPLATE (7009)`, `id: 12, name: 'REJECTED_…'`. */
export const rule: Rule = {
  id: 'namesake',
  family: 'wording',
  weight: 6.5,
  needs: ['number', 'beside', 'constant'],
  find({ left, right, kind, meanings }) {
    if (kind !== 'number') return null;
    const around = `${closer(left).slice(-REACH)} ${closer(right).slice(0, REACH)}`;
    for (const { title, code } of meanings) {
      for (const word of [title, code]) {
        if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(word) && around.includes(word)) return word;
      }
    }
    return null;
  },
};

export const examples: Examples = {
  yes: [
    '`EC_INVALID_TEMPLATE` (‹7009›)',
    "id: ‹12›, name: 'REJECTED_NOT_ENOUGH_CREDITS'",
    `Id = ‹12›,\n${' '.repeat(36)}Name = "REJECTED_NOT_ENOUGH_CREDITS"`,
    "‹12›: 'REJECTED_NOT_ENOUGH_CREDITS - no credit left'",
  ],
  no: ['12 REJECTED', '7009 of them', 'EC_INVALID_TEMPLATE'],
};
